/** Rounds away the binary noise of repeated decimal steps, e.g. 0.30000000000000004. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** 1, 2, 5, 10, 20, … between two powers of ten, both included. */
export function oneTwoFive(fromExponent: number, toExponent: number): readonly number[] {
  const stops: number[] = [];
  for (let exponent = fromExponent; exponent < toExponent; exponent++) {
    for (const digit of [1, 2, 5]) stops.push(tidy(digit * 10 ** exponent));
  }
  return [...stops, 10 ** toExponent];
}

/**
 * 0, 0.1, … 0.9, 0.91, … 0.99, 0.991, … and finally 1: even steps of what is *not* kept, which is what the
 * eye judges when a momentum changes (0.9 → 0.99 changes as much as 0 → 0.9).
 */
export function towardsOne(decades: number): readonly number[] {
  const stops = [0];
  for (let decade = 1; decade <= decades; decade++) {
    for (let digit = 1; digit <= 9; digit++) {
      stops.push(tidy(1 - 10 ** (1 - decade) + digit * 10 ** -decade));
    }
  }
  return [...stops, 1];
}
