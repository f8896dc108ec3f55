import { formatNumber } from "./number";

/** Enough to follow a formula by hand. */
const digits = 5;

/** In a product: a negative number has brackets. */
export const factorText = (value: number): string =>
  value < 0 ? `(${formatNumber(value, digits)})` : formatNumber(value, digits);

/** A further term of a sum, with its sign before it: `− 3` and not `+ −3`. */
export const termText = (value: number): string =>
  `${value < 0 ? "−" : "+"} ${formatNumber(Math.abs(value), digits)}`;
