/** A number that takes the place of one that was drawn. */
export interface CellEdit {
  /** Counted from 1, as a run counts its steps. */
  readonly step: number;
  /** Counted from 0, as is the channel. */
  readonly example: number;
  readonly channel: number;
  readonly value: number;
}

/** More would not fit into a link. */
export const mostEdits = 200;

const isCount = (value: unknown, least: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= least;

function isCellEdit(value: unknown): value is CellEdit {
  if (typeof value !== "object" || value === null) return false;
  const {
    step,
    example,
    channel,
    value: number,
  } = value as Partial<Record<keyof CellEdit, unknown>>;
  return isCount(step, 1) && isCount(example, 0) && isCount(channel, 0) && Number.isFinite(number);
}

export const isSameCell = (a: Omit<CellEdit, "value">, b: Omit<CellEdit, "value">): boolean =>
  a.step === b.step && a.example === b.example && a.channel === b.channel;

/** Whether a value is a list of edits that name each cell once. */
export const areEdits = (value: unknown): value is readonly CellEdit[] =>
  Array.isArray(value) &&
  value.length <= mostEdits &&
  value.every(isCellEdit) &&
  value.every((edit, at) => !value.slice(0, at).some((other) => isSameCell(edit, other)));

/** In the order of steps, examples and channels, so that equal edits are equal lists. */
export const sortedEdits = (edits: readonly CellEdit[]): readonly CellEdit[] =>
  edits.toSorted((a, b) => a.step - b.step || a.example - b.example || a.channel - b.channel);
