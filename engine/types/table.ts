/** A rectangle of numbers with named columns: one row per example, one column per channel. */
export interface Table {
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Row-major, `rowCount × columns.length`. Infinity is a value here; missing cells are already resolved. */
  readonly values: Float64Array;
  /** One text per row, from the column the reader chose as label. */
  readonly labels?: readonly string[];
}
