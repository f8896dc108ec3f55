import type { Delimiter } from "./delimiter";
import type { LeftOutColumn } from "./left-out";

/** What the reader found in the text and did with it. */
export interface TableReport {
  readonly delimiter: Delimiter;
  readonly hasHeader: boolean;
  /** Data rows in the text, before any was dropped. */
  readonly rowsRead: number;
  readonly rowsDropped: number;
  readonly cellsFilled: number;
  /** Missing cells of the numeric columns, before they were resolved. */
  readonly missingCells: number;
  /** Infinite values in the table handed back. */
  readonly infiniteCells: number;
  /** Numeric columns whose values in the table handed back are all the same. */
  readonly constantColumns: readonly string[];
  /** The columns that are no channels: those of texts, and the chosen label. */
  readonly labelColumns: readonly string[];
  /** The columns that are no channels although nobody chose so. */
  readonly leftOutColumns: readonly LeftOutColumn[];
}
