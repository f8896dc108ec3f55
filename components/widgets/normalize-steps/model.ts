import type { RunData } from "@/components/measures/run-data";
import { isSameCell } from "@/engine/spec/cell-edit";
import type { CellEdit } from "@/engine/spec/cell-edit";
import type { Experiment } from "@/engine/spec/experiment";
import { cellNumbers, movingNumbers, parameterNumbers, sharersOf } from "./cell-numbers";
import type { FigureModel } from "./figure-model";
import { gridModel } from "./grid";
import { sentencesFor } from "./sentences";
import { shownStage, stagesOf } from "./stages";

/** Edits of cells that no batch of the run has, and of padding, which stays 0. */
function idleEdits(
  edits: readonly CellEdit[],
  of: { readonly steps: number; readonly examples: number; readonly channels: number },
): readonly CellEdit[] {
  return edits.filter(
    ({ step, example, channel }) =>
      step > of.steps || example >= of.examples || channel >= of.channels,
  );
}

export function figureModel(experiment: Experiment, run: RunData): FigureModel {
  const { statistics, chosen } = run;
  const { channels: channelNames, steps } = statistics;
  const { step, batchSize, call, usesBatch, labels = null } = chosen;
  const channel = Math.min(experiment.channel, channelNames.length - 1);
  const example = Math.min(experiment.example, batchSize - 1);
  const padding = Math.min(experiment.padding, batchSize);
  const stages = stagesOf(call);
  const selected = cellNumbers(run, example, channel);
  const isMasked = experiment.mask && usesBatch;
  const counting = {
    ghostBatches: call.ghostBatches,
    usesBatch,
    counted: isMasked ? batchSize - padding : batchSize,
  };
  const sharers = sharersOf(run, counting, selected);
  const { edits, epsilon } = experiment;
  const place = { width: channelNames.length, channel, step };
  const seen = {
    channelName: channelNames[channel] ?? "",
    channelNames,
    step,
    steps,
    batchSize,
    ghostBatches: call.ghostBatches,
    padding,
    isMasked,
    usesBatch,
    epsilon,
    stages,
    stage: shownStage(experiment.stage, stages),
    askedStage: experiment.stage,
    example,
    channel,
    labels,
    label: labels?.[example] ?? null,
    selected,
    sharers,
    isPadding: example >= batchSize - padding,
    edits,
    edit: edits.find((edit) => isSameCell(edit, { step, example, channel })) ?? null,
    idleEdits: idleEdits(edits, {
      steps,
      examples: batchSize - padding,
      channels: channelNames.length,
    }),
    column: () => Array.from({ length: batchSize }, (_, row) => cellNumbers(run, row, channel)),
    used: call.used,
    moving: movingNumbers(statistics, step),
    gamma: parameterNumbers(statistics.gamma, experiment.scale, place),
    beta: parameterNumbers(statistics.beta, experiment.center, place),
  };
  const grid = gridModel(
    { ...seen, ...counting, cellAt: (row, column) => cellNumbers(run, row, column) },
    sharers.length,
  );
  return { ...seen, grid, sentences: sentencesFor(seen) };
}
