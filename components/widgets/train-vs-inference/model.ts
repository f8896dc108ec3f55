import type { RunData } from "@/components/measures/run-data";
import type { Experiment } from "@/engine/spec/experiment";
import { switchesOf } from "@/engine/spec/profiles";
import type { ExampleCompanies } from "@/engine/types/example-companies";
import type { RunStatistics } from "@/engine/types/run-statistics";
import { companyModel } from "./company-model";
import type { FigureModel } from "./figure-model";
import { inputScale, outputDomain } from "./scales";
import { sentencesFor } from "./sentences";

/** A run, and one example of its chosen step in changing company. */
export interface CompanyData extends RunData {
  readonly company: ExampleCompanies;
}

/** What the chosen step found, in one channel. */
function foundBy(
  statistics: RunStatistics,
  step: number,
  channel: number,
): Pick<FigureModel, "gamma" | "beta" | "moving" | "population"> {
  const at = (step - 1) * statistics.channels.length + channel;
  return {
    gamma: statistics.gamma[at] ?? 1,
    beta: statistics.beta[at] ?? 0,
    moving: {
      mean: statistics.movingMean[at] ?? NaN,
      variance: statistics.movingVariance[at] ?? NaN,
    },
    population: {
      mean: statistics.populationMean[at] ?? NaN,
      deviation: Math.sqrt(statistics.populationVariance[at] ?? NaN),
    },
  };
}

export function figureModel(
  experiment: Experiment,
  { statistics, chosen, company }: CompanyData,
): FigureModel {
  const channel = Math.min(experiment.channel, statistics.channels.length - 1);
  const { step, example, examples, padding, outlier } = company;
  const found = foundBy(statistics, step, channel);
  const { population, gamma, beta } = found;
  const companies = company.companies.map((one) => companyModel(one, company, channel));
  const input = companies[0]?.members.find(({ role }) => role === "example")?.input ?? NaN;
  const { epsilon, outlier: size } = experiment;
  const moves = experiment.trainable || switchesOf(experiment.profile).frozenStillUpdates;
  const ideal =
    (gamma * (input - population.mean)) / Math.sqrt(population.deviation ** 2 + epsilon) + beta;
  const seen = {
    channelName: statistics.channels[channel] ?? "",
    channelNames: statistics.channels,
    step,
    example,
    examples,
    input,
    epsilon,
    ...found,
    ideal,
    leftOfStart: moves ? experiment.momentum ** (step - 1) : 1,
    leftAfter: moves ? experiment.momentum ** step : 1,
    usesBatch: chosen.usesBatch,
    padding,
    runPadding: Math.min(experiment.padding, chosen.batchSize),
    isRunMasked: experiment.mask,
    outlier: outlier && { value: outlier[channel] ?? NaN, size },
    companies,
    inference: companies.find(({ inference }) => inference !== null)?.inference ?? NaN,
    inputScale: inputScale(statistics, channel, population, size),
    outputDomain: outputDomain(companies, ideal),
  };
  return { ...seen, sentences: sentencesFor(seen) };
}
