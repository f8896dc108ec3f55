/** A number, or numbers nested in arrays and typed arrays. */
export type Numbers = number | NumberList;
interface NumberList {
  readonly length: number;
  readonly [index: number]: Numbers;
}

/** `actual` is close when |actual − expected| ≤ absolute + relative · |expected|. */
export interface Tolerance {
  readonly relative?: number;
  readonly absolute?: number;
}

interface Pair {
  readonly index: string;
  readonly actual: number;
  readonly expected: number;
}
export interface Worst extends Pair {
  readonly error: number;
  /** The error in units of what is allowed; above 1 is too much. */
  readonly excess: number;
}
export interface Comparison {
  readonly count: number;
  readonly farCount: number;
  readonly worst: Worst;
}

/** `actual` has other lengths or other kinds of values than `expected`. */
export class ShapeError extends Error {}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);

/** Every number of `expected` with its partner in `actual`; throws where the shapes differ. */
function* pairs(actual: unknown, expected: unknown, index = ""): Generator<Pair> {
  if (typeof actual === "number" && typeof expected === "number") {
    yield { index, actual, expected };
    return;
  }
  const where = index === "" ? "the whole value" : index;
  if (!isList(actual) || !isList(expected)) {
    throw new ShapeError(`${where}: ${kind(actual)} where ${kind(expected)} is expected`);
  }
  if (actual.length !== expected.length) {
    throw new ShapeError(
      `${where}: length ${actual.length} where length ${expected.length} is expected`,
    );
  }
  for (let i = 0; i < expected.length; i++) yield* pairs(actual[i], expected[i], `${index}[${i}]`);
}

const kind = (value: unknown): string =>
  isList(value) ? "a list" : value === null ? "null" : typeof value;

function errorOf({ actual, expected }: Pair): number {
  if (Object.is(actual, expected) || actual === expected) return 0;
  const error = Math.abs(actual - expected);
  return Number.isNaN(error) ? Infinity : error;
}

function measure(pair: Pair, { relative = 0, absolute = 0 }: Tolerance): Worst {
  const error = errorOf(pair);
  // An infinite expectation would allow an infinite error.
  const allowed = Number.isFinite(pair.expected)
    ? absolute + relative * Math.abs(pair.expected)
    : absolute;
  return { ...pair, error, excess: error === 0 ? 0 : error / allowed };
}

const isWorse = (a: Worst, b: Worst): boolean =>
  a.excess > b.excess || (a.excess === b.excess && a.error > b.error);

export function compare(actual: unknown, expected: unknown, tolerance: Tolerance): Comparison {
  for (const limit of [tolerance.relative ?? 0, tolerance.absolute ?? 0]) {
    if (!(limit >= 0 && limit < Infinity)) throw new RangeError(`${limit} is not a tolerance`);
  }
  let count = 0;
  let farCount = 0;
  let worst: Worst = { index: "", actual: NaN, expected: NaN, error: 0, excess: 0 };
  for (const pair of pairs(actual, expected)) {
    const measured = measure(pair, tolerance);
    count += 1;
    if (measured.excess > 1) farCount += 1;
    if (isWorse(measured, worst)) worst = measured;
  }
  return { count, farCount, worst };
}
