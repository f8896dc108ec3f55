/** One channel's numbers out of row-major rows. */
export const column = (rows: Float64Array, width: number, channel: number): Float64Array =>
  rows.filter((_, i) => i % width === channel);
