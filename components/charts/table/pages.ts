/** How many rows a table shows at a time: with ten columns it is there within a frame or two. */
export const pageSize = 250;

export const pageOf = (row: number): number => Math.floor(row / pageSize);

export const pageCount = (rowCount: number): number => Math.max(Math.ceil(rowCount / pageSize), 1);
