/** The derivative of a function of several numbers by each of them: central differences with step h. */
export function differences(
  at: Float64Array,
  value: (numbers: Float64Array) => number,
  h = 1e-5,
): Float64Array {
  return at.map((center, i) => {
    const [above, below] = [center + h, center - h];
    return (value(at.with(i, above)) - value(at.with(i, below))) / (above - below);
  });
}

/** Σ a·b. */
export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

/** The sum of each channel's elements. */
export function sumByChannel(
  values: ArrayLike<number>,
  channels: number,
  channel: (index: number) => number,
): Float64Array {
  const sums = new Float64Array(channels);
  for (let i = 0; i < values.length; i++) sums[channel(i)]! += values[i]!;
  return sums;
}
