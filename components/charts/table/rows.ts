export type Row = readonly (number | string | null)[];

/** The rows of a table: a list, or what makes each as it is asked for, since of thousands a page shows a few. */
export interface Rows {
  readonly length: number;
  at(row: number): Row | undefined;
}

/** Rows of which each is made as it is asked for. */
export const rowsOnDemand = (length: number, make: (row: number) => Row): Rows => ({
  length,
  at: (row) => (row < length ? make(row) : undefined),
});

/** The rows from one to before another, as many of them as there are. */
export const rowsBetween = (rows: Rows, from: number, to: number): readonly Row[] =>
  Array.from(
    { length: Math.max(Math.min(to, rows.length) - from, 0) },
    (_, i) => rows.at(from + i) ?? [],
  );
