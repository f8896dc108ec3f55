import { remembered } from "./remembered";

/** One channel's numbers out of rows of `width`; of the same rows the same list, which nobody may write into. */
export const columnOf = remembered((rows: Float64Array, width: number, channel: number) => {
  const column = new Float64Array(rows.length / width);
  for (let row = 0; row < column.length; row++) column[row] = rows[row * width + channel] ?? NaN;
  return column;
});
