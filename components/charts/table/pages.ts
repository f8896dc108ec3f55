/** So many rows stand on one page, as those of most runs do. */
const mostOnOnePage = 250;

/** How many rows a page of a longer table has: turned to by a step that moves on, it must be there within a frame or two. */
const pageSize = 100;

/** The rows that a table shows at a time. */
export interface Page {
  readonly index: number;
  /** Its first row, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

/** The last of a table's pages has the index one below this. */
export const pageCount = (rowCount: number): number =>
  rowCount <= mostOnOnePage ? 1 : Math.ceil(rowCount / pageSize);

/** The page of an index, or the last one for an index beyond it. */
export function pageAt(index: number, rowCount: number): Page {
  if (rowCount <= mostOnOnePage) return { index: 0, from: 0, to: rowCount };
  const within = Math.min(index, pageCount(rowCount) - 1);
  const from = within * pageSize;
  return { index: within, from, to: Math.min(from + pageSize, rowCount) };
}

/** The page with a row, or the last one for a row beyond it. */
export const pageWith = (row: number, rowCount: number): Page =>
  pageAt(Math.floor(row / pageSize), rowCount);
