const known = new WeakMap<Float64Array, WeakMap<Float64Array, Float64Array>>();

/**
 * Second less first, over the steps that both have; of the same two lists the same list, so that a figure draws it
 * anew only where it is another.
 */
export function differenceOf(first: Float64Array, second: Float64Array): Float64Array {
  const ofFirst = known.get(first) ?? new WeakMap<Float64Array, Float64Array>();
  known.set(first, ofFirst);
  const length = Math.min(first.length, second.length);
  const difference =
    ofFirst.get(second) ??
    Float64Array.from({ length }, (_, t) => (second[t] ?? NaN) - (first[t] ?? NaN));
  ofFirst.set(second, difference);
  return difference;
}
