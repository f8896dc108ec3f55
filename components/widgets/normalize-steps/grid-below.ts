import type { CellRow, CellState } from "@/components/charts/cells/cell-row";
import type { CellNumbers } from "./figure-model";
import type { GridContext } from "./grid-context";
import { drawnGhosts, numbersIn, pageOf } from "./window";
import type { Span } from "./window";
import { short } from "./words";

/** A row below the examples: a number for each channel. */
interface BelowRow {
  readonly row: CellRow;
  /** The ghost batch whose statistic it is; null where it is of none, or of the selected example alone. */
  readonly ghost: number | null;
  /** Whether it is what the stage makes, and not what the stage takes in. */
  readonly isOwn: boolean;
}

interface Described {
  readonly key: string;
  readonly name: string;
  readonly note?: string;
  readonly of: string;
  readonly valueOf: (channel: number) => number;
  readonly ghost?: number;
  readonly isOwn?: boolean;
}

/** The rows that a stage has below the examples, in words and numbers. */
function describedRows(context: GridContext): readonly Described[] {
  const { selected, stage, cellAt } = context;
  const { example } = selected;
  const of =
    (read: (cell: CellNumbers) => number) =>
    (channel: number): number =>
      read(cellAt(example, channel));
  switch (stage.id) {
    case "inputs":
      return [];
    case "mean":
      return statisticRows(context, "mean");
    case "variance":
      return [statisticRow(context, "mean", selected.ghost), ...statisticRows(context, "variance")];
    case "normalized":
      return [
        statisticRow(context, "mean", selected.ghost),
        statisticRow(context, "variance", selected.ghost),
      ];
    case "renorm":
      return [
        { key: "r", name: "r", of: "renorm", valueOf: of(({ renorm }) => renorm?.r ?? NaN) },
        { key: "d", name: "d", of: "renorm", valueOf: of(({ renorm }) => renorm?.d ?? NaN) },
      ];
    case "adjustment": {
      const note = `of example ${example}`;
      return [
        {
          ...{ key: "a", name: "scale a", note, of: "population" },
          valueOf: of(({ adjustment }) => adjustment?.scale ?? NaN),
        },
        {
          ...{ key: "b", name: "bias b", note, of: "population" },
          valueOf: of(({ adjustment }) => adjustment?.bias ?? NaN),
        },
      ];
    }
    case "output":
      return [
        { key: "gamma", name: "γ", of: "output", valueOf: of(({ gamma }) => gamma) },
        { key: "beta", name: "β", of: "output", valueOf: of(({ beta }) => beta) },
      ];
  }
}

function statisticRow(
  { usesBatch, ghostBatches, cellAt }: GridContext,
  name: "mean" | "variance",
  ghost: number,
): Described {
  return {
    key: `${name}${ghost}`,
    name: `${usesBatch ? "" : "moving "}${name}${name === "mean" ? " μ" : " v"}`,
    ...(ghostBatches > 1 && { note: `ghost batch ${ghost}` }),
    of: usesBatch ? "batch" : "moving",
    valueOf: (channel) => cellAt(ghost, channel)[name],
    ghost,
  };
}

/** One row for each ghost batch, or for those around the selected one. */
function statisticRows(context: GridContext, name: "mean" | "variance"): readonly Described[] {
  const { ghostBatches, selected } = context;
  return numbersIn(pageOf(selected.ghost, ghostBatches, drawnGhosts)).map((ghost) => ({
    ...statisticRow(context, name, ghost),
    isOwn: true,
  }));
}

export function belowRows(context: GridContext, channels: Span): readonly BelowRow[] {
  const { selected, channelNames, batchSize } = context;
  return describedRows(context).map((described, at): BelowRow => {
    const { key, name, note = "", of, valueOf, ghost = null, isOwn = false } = described;
    const stateOf = (channel: number): CellState => {
      if (channel !== selected.channel) return "plain";
      if (isOwn) return ghost === selected.ghost ? "selected" : "plain";
      return "sharing";
    };
    return {
      ghost,
      isOwn,
      row: {
        key,
        index: batchSize + at,
        name,
        note,
        of,
        isApart: at === 0,
        cells: numbersIn(channels).map((channel) => {
          const text = short(valueOf(channel));
          const subject = note === "" ? name : `${name} of ${note.replace(/^of /, "")}`;
          return {
            text,
            description: `${subject}, ${channelNames[channel] ?? ""}: ${text}`,
            state: stateOf(channel),
          };
        }),
      },
    };
  });
}
