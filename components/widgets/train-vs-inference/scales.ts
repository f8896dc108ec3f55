import { decadeBound, finiteExtent } from "@/components/charts/plot/domain";
import { columnOf } from "@/components/measures/column";
import { remembered } from "@/components/measures/remembered";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { CompanyModel, InputScale } from "./figure-model";

interface Population {
  readonly mean: number;
  readonly deviation: number;
}

/** Of every batch of the run, and of the zeros of padding. */
const inputExtent = remembered(
  ({ batchMinimum, batchMaximum, channels }: RunStatistics, channel: number) =>
    finiteExtent(
      columnOf(batchMinimum, channels.length, channel),
      columnOf(batchMaximum, channels.length, channel),
      [0],
    ) ?? ([0, 0] as const),
);

/**
 * Inputs are placed by how many deviations of the population they lie from its mean. The ends take in every batch of the
 * run, the zeros of padding and the outlier, and move in rare, large steps.
 */
export function inputScale(
  statistics: RunStatistics,
  channel: number,
  population: Population,
  outlierSize: number,
): InputScale {
  const { mean, deviation } = population;
  const isKnown = Number.isFinite(mean) && Number.isFinite(deviation);
  const centre = isKnown ? mean : 0;
  const unit = isKnown && deviation > 0 ? deviation : 1;
  const [low, high] = inputExtent(statistics, channel);
  // The outlier counts from the batch's mean, which lies within about one deviation of the population's.
  const reach = (outlierSize * (isKnown ? deviation : 1)) / unit;
  return {
    centre,
    unit,
    title: titleOf(isKnown, deviation),
    domain: [
      -decadeBound(Math.max((centre - low) / unit, 1 + reachOf(-reach))),
      decadeBound(Math.max((high - centre) / unit, 1 + reachOf(reach))),
    ],
  };
}

/**
 * How far an outlier reaches to its own side, and to the other: with n − 1 mates the interval of the mean and one
 * deviation ends (√(n − 1) − 1)/n of its size there, which is less than a quarter for every n.
 */
const reachOf = (size: number): number => (size >= 0 ? size : -size / 4);

function titleOf(isKnown: boolean, deviation: number): string {
  if (!isKnown) return "(log beyond ±1)";
  return deviation > 0
    ? "in deviations from the population’s mean (log beyond ±1)"
    : "as its difference from the population’s mean (log beyond ±1)";
}

/** Takes in every output of the example, and what it would be by the population's statistics. */
export function outputDomain(
  companies: readonly CompanyModel[],
  ideal: number,
): readonly [number, number] {
  const outputs = companies.flatMap(({ training, inference }) => [
    training?.output ?? NaN,
    inference ?? NaN,
  ]);
  const [low, high] = finiteExtent(outputs, [ideal]) ?? [0, 0];
  return [-decadeBound(-low), decadeBound(high)];
}
