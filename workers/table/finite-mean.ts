/**
 * Returns the mean of the finite values of one column of row-major values, or null when it has
 * none.
 */
export function finiteMean(values: Float64Array, column: number, width: number): number | null {
  let count = 0;
  let sum = 0;
  for (let at = column; at < values.length; at += width) {
    const value = values[at] ?? NaN;
    if (!Number.isFinite(value)) continue;
    count += 1;
    sum += value;
  }
  if (count === 0) return null;
  return Number.isFinite(sum) ? sum / count : meanOfShares(values, column, { width, count });
}

/** The sum overflowed: adding each value's share rounds more often but stays in range. */
function meanOfShares(
  values: Float64Array,
  column: number,
  of: { readonly width: number; readonly count: number },
): number {
  let mean = 0;
  for (let at = column; at < values.length; at += of.width) {
    const share = (values[at] ?? NaN) / of.count;
    if (Number.isFinite(share)) mean += share;
  }
  return mean;
}
