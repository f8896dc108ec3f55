/** What the reader of the table chose. */
export interface TableChoices {
  /** Whether the first row names the columns; "auto" decides from the cells. */
  readonly header: "auto" | "present" | "absent";
  /** What becomes of a row with a missing number. */
  readonly missing: "drop-rows" | "column-mean";
  /** The name of a column whose texts label the rows; it is then no channel, even when it holds numbers. */
  readonly labelColumn: string | null;
}

export const defaultTableChoices: TableChoices = {
  header: "auto",
  missing: "drop-rows",
  labelColumn: null,
};
