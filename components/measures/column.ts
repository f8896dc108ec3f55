/** One channel's numbers out of rows of `width`. */
export function columnOf(rows: Float64Array, width: number, channel: number): Float64Array {
  const column = new Float64Array(rows.length / width);
  for (let row = 0; row < column.length; row++) column[row] = rows[row * width + channel] ?? NaN;
  return column;
}
