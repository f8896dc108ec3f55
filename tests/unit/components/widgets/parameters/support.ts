import { decode } from "@/components/state/url-codec";
import type { FigureModel } from "@/components/widgets/parameters/figure-model";
import { figureModel } from "@/components/widgets/parameters/model";
import type { ParametersData } from "@/components/widgets/parameters/model";
import { specimens } from "@/components/widgets/parameters/specimens";
import { parameters } from "@/components/widgets/parameters/widget";
import { tableSource } from "@/engine/data/table-source";
import { initialDraws } from "@/engine/inspection/initial-draws";
import { layerConfigOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { trainingRun } from "@/engine/training/training-run";
import { optimizerOf } from "@/engine/training/run-optimizer";
import { wine } from "../batch-vs-moving/support";

export const start = startOf(parameters);

interface Ran {
  readonly run: ParametersData;
  readonly model: FigureModel;
}

/** The figure of its start with changes, on wine, as the worker makes it. */
export function ran(patch: Partial<Experiment> = {}): Ran {
  const experiment = { ...start, ...patch };
  const { batch_size: batchSize, seed, profile, parameter } = experiment;
  const layer = layerConfigOf(experiment);
  const made = trainingRun(layer, tableSource(wine, batchSize, seed), experiment.steps, {
    profile,
    seed,
    optimizer: optimizerOf(experiment),
  });
  const shape = [batchSize, made.statistics.channels.length] as const;
  const run = {
    statistics: made.statistics,
    chosen: made.inspect(experiment.step),
    draws: initialDraws({ layer, parameter, shape, profile, seed }),
  };
  return { run, model: figureModel(experiment, run) };
}

export const figureOf = (patch: Partial<Experiment> = {}): FigureModel => ran(patch).model;

export function specimen(name: string): FigureModel {
  const found = specimens.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no specimen ${name}`);
  return figureOf(decode(Object.fromEntries(new URLSearchParams(found.query)), start).experiment);
}
