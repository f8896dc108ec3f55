/** How a cell stands to the selected one. */
export type CellState =
  /** The selected one. */
  | "selected"
  /** Not of what was selected, but what it was made of. */
  | "followed"
  /** One of those that the selected one depends on. */
  | "sharing"
  /** One that could have been among those, and was left out. */
  | "left-out"
  | "plain";

/** A number as it is drawn. */
export interface GridCell {
  readonly text: string;
  /** What a screen reader says of it. */
  readonly description: string;
  readonly state: CellState;
  /** Whether a reader has put it there. */
  readonly isEdited?: boolean;
}

export interface CellRow {
  readonly key: string;
  /** Its place among all rows, from 0: a grid may show some only. */
  readonly index: number;
  readonly name: string;
  /** What else there is to say of the row, in a few words. */
  readonly note: string;
  /** The quantity whose colour its numbers have; none for plain ink. */
  readonly of?: string;
  /** Whether a gap sets it off from the row before. */
  readonly isApart?: boolean;
  readonly cells: readonly GridCell[];
}

export interface CellColumn {
  /** Which of all columns it is: a grid may show some only. */
  readonly index: number;
  readonly name: string;
}

/** A cell by its row's key and its column's index. */
export interface CellAddress {
  readonly row: string;
  readonly column: number;
}

const lineLength = 11;

/** A name in at most two lines, broken where its words end; what does not fit is cut off. */
export function headLines(name: string): readonly string[] {
  if (name.length <= lineLength) return [name];
  const words = name.match(/[^_\s-]+[_\s-]*/g) ?? [name];
  const lengths = words.map(
    (_, at) =>
      words
        .slice(0, at + 1)
        .join("")
        .trimEnd().length,
  );
  const fitting = lengths.filter((length) => length <= lineLength).length;
  if (fitting === 0) return [cut(name)];
  const [first, rest] = [words.slice(0, fitting), words.slice(fitting)].map((part) =>
    part.join(""),
  );
  return [first?.trimEnd() ?? "", cut(rest ?? "")];
}

const cut = (text: string): string =>
  text.length <= lineLength ? text : `${text.slice(0, lineLength - 1)}…`;
