/** Returns how many of the values are infinite. */
export function countInfinite(values: Float64Array): number {
  return values.reduce((count, value) => count + Number(Math.abs(value) === Infinity), 0);
}

/** Returns the names of the columns whose values, row-major, are all the same. */
export function constantColumns(values: Float64Array, names: readonly string[]): readonly string[] {
  return names.filter((_, column) => {
    for (let at = column; at < values.length; at += names.length) {
      if (values[at] !== values[column]) return false;
    }
    return true;
  });
}
