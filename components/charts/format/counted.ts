import { formatNumber } from "./number";

/** A count with the noun in its number: 1 step, 2 steps. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count, 9)} ${count === 1 ? one : many}`;
