import type { CellRow, CellState, GridCell } from "@/components/charts/cells/cell-row";
import type { CellEdit } from "@/engine/spec/cell-edit";
import { isSameCell } from "@/engine/spec/cell-edit";
import { countsIn } from "./cell-numbers";
import type { CellNumbers, GridModel, Stage } from "./figure-model";
import { belowRows } from "./grid-below";
import type { GridContext } from "./grid-context";
import { drawnChannels, drawnExamples, numbersIn, pageOf } from "./window";
import type { Span } from "./window";
import { labelText, plural, short } from "./words";

/** What an example's cell holds at a stage: statistics are of columns, and its inputs stay in sight. */
function valueAt(stage: Stage, cell: CellNumbers): number {
  switch (stage) {
    case "inputs":
    case "mean":
    case "variance":
      return cell.input;
    case "normalized":
      return cell.normalized;
    case "renorm":
      return cell.renorm?.corrected ?? NaN;
    case "adjustment":
      return cell.adjustment?.adjusted ?? NaN;
    case "output":
      return cell.output;
  }
}

const isOfColumns = (stage: Stage): boolean => stage === "mean" || stage === "variance";

const symbolIn = ({ stage }: GridContext): string => (isOfColumns(stage.id) ? "x" : stage.symbol);

/** Whether a mask keeps this example out of a statistic it would be in otherwise. */
const isLeftOut = (context: GridContext, ghost: number, example: number): boolean =>
  context.usesBatch && example >= context.counted && example % context.ghostBatches === ghost;

function stateOf(context: GridContext, example: number, channel: number): CellState {
  const { selected, stage } = context;
  const isSelected = example === selected.example && channel === selected.channel;
  if (isSelected && !isOfColumns(stage.id)) return "selected";
  if (channel !== selected.channel) return "plain";
  if (isLeftOut(context, selected.ghost, example)) return "left-out";
  if (isSelected) return "followed";
  return countsIn(context, selected.ghost, example) ? "sharing" : "plain";
}

const said: Readonly<Record<CellState, string>> = {
  selected: "",
  followed: ", the selected example",
  sharing: ", counts in the selected cell’s statistics",
  "left-out": ", left out by the mask",
  plain: "",
};

function exampleCell(context: GridContext, example: number, channel: number): GridCell {
  const { step, edits, channelNames, stage } = context;
  const text = short(valueAt(stage.id, context.cellAt(example, channel)));
  const state = stateOf(context, example, channel);
  const isPadding = example >= context.batchSize - context.padding;
  const isEdited =
    !isPadding && edits.some((edit: CellEdit) => isSameCell(edit, { step, example, channel }));
  return {
    text,
    description: `Example ${example}, ${channelNames[channel] ?? ""}: ${symbolIn(context)} = ${text}${said[state]}${isEdited ? ", edited input" : ""}`,
    state,
    isEdited,
  };
}

function noteOf(
  { batchSize, padding, ghostBatches, labels }: GridContext,
  example: number,
): string {
  const parts = [
    example >= batchSize - padding ? "padding" : labelText(labels?.[example]),
    ghostBatches > 1 ? `ghost ${example % ghostBatches}` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

const exampleRow = (context: GridContext, example: number, channels: Span): CellRow => ({
  key: `x${example}`,
  index: example,
  name: `example ${example}`,
  note: noteOf(context, example),
  ...(context.stage.id === "output" && { of: "output" }),
  cells: numbersIn(channels).map((channel) => exampleCell(context, example, channel)),
});

function partNote(context: GridContext, examples: Span, channels: Span): string {
  const { batchSize, channelNames } = context;
  const parts = [
    examples.last - examples.first + 1 < batchSize
      ? `examples ${examples.first} to ${examples.last} of ${batchSize}`
      : "",
    channels.last - channels.first + 1 < channelNames.length
      ? `channels ${channels.first} to ${channels.last} of ${channelNames.length}`
      : "",
  ].filter((part) => part !== "");
  return parts.length === 0
    ? ""
    : ` Here are ${parts.join(" and ")}; the selection leads to the others.`;
}

/** How to read the frames. */
function framesNote(context: GridContext, sharers: number): string {
  const { usesBatch, isMasked, padding } = context;
  if (!usesBatch) {
    return "Thick frame: the selected cell. No input of this batch is in the statistics: the layer uses the moving ones.";
  }
  const shared = `framed: the ${plural(sharers, "input")} behind its mean and variance.`;
  const masked = isMasked && padding > 0 ? " Dashed: left out by the mask." : "";
  return `Thick frame: the selected cell; ${shared}${masked}`;
}

/** The cells around the selected one, at one stage. */
export function gridModel(context: GridContext, sharers: number): GridModel {
  const { batchSize, channelNames, selected, stage } = context;
  const examples = pageOf(selected.example, batchSize, drawnExamples);
  const channels = pageOf(selected.channel, channelNames.length, drawnChannels);
  const below = belowRows(context, channels);
  const own = below.find(({ isOwn, ghost }) => isOwn && ghost === selected.ghost);
  return {
    label: `${stage.name} of step ${context.step}, a row for each example and a column for each channel`,
    columns: numbersIn(channels).map((index) => ({ index, name: channelNames[index] ?? "" })),
    rows: [
      ...numbersIn(examples).map((example) => exampleRow(context, example, channels)),
      ...below.map(({ row }) => row),
    ],
    rowCount: batchSize + below.length,
    columnCount: channelNames.length,
    reached: { row: own?.row.key ?? `x${selected.example}`, column: selected.channel },
    examples: [examples.first, examples.last],
    below: below.map(({ row }) => row.key),
    note: framesNote(context, sharers) + partNote(context, examples, channels),
  };
}
