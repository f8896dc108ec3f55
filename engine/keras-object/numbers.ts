import { showValue } from "../spec/show-value";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import { resultRefusal } from "./misfit";

/** What a function of the user may return for a weight. */
export type NumbersLike =
  | number
  | ArrayLike<number>
  | readonly NumbersLike[]
  | { readonly data: ArrayLike<number>; readonly shape: readonly number[] };

export interface Numbers {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/**
 * Reads a number, nested lists, a typed array, or a tensor ({data, shape}) as numbers in row-major order.
 * Gives null for ragged lists, for anything that holds something else than numbers, and for a tensor whose data do
 * not fill its shape.
 */
export function readNumbers(given: unknown): Numbers | null {
  if (typeof given === "number") return { shape: [], data: Float64Array.of(given) };
  if (isTyped(given)) return { shape: [given.length], data: Float64Array.from(given) };
  if (Array.isArray(given)) return readList(given);
  return typeof given === "object" && given !== null ? readTensor(given) : null;
}

/**
 * The numbers a function of the user returned for a weight of this shape; a single number fills it where
 * `scalarFills` says so. Throws a ValueError when there are not as many numbers as the shape holds.
 */
export function readResult(
  argument: string,
  result: unknown,
  shape: Shape,
  { scalarFills }: { readonly scalarFills: boolean },
): Float64Array {
  const size = sizeOf(shape);
  if (scalarFills && typeof result === "number") return new Float64Array(size).fill(result);
  const numbers = readNumbers(result);
  if (numbers?.data.length === size) return numbers.data;
  const rule = `a function whose result fills a weight of shape [${shape.join(", ")}]`;
  const count = numbers?.data.length;
  const received =
    count === undefined ? showValue(result) : `${count} ${count === 1 ? "number" : "numbers"}`;
  throw resultRefusal(argument, rule, received);
}

const isTyped = (given: unknown): given is ArrayLike<number> =>
  ArrayBuffer.isView(given) && "length" in given && !isBigInts(given);

const isBigInts = (given: ArrayBufferView): boolean =>
  given instanceof BigInt64Array || given instanceof BigUint64Array;

function readList(list: readonly unknown[]): Numbers | null {
  const items = list.map(readNumbers);
  const first = items[0];
  if (first === undefined) return { shape: [0], data: new Float64Array() };
  const data: number[] = [];
  for (const item of items) {
    if (item === null || item.shape.join() !== first?.shape.join()) return null;
    for (const value of item.data) data.push(value);
  }
  return first === null
    ? null
    : { shape: [list.length, ...first.shape], data: Float64Array.from(data) };
}

function readTensor(given: object): Numbers | null {
  if (!("data" in given && "shape" in given && Array.isArray(given.shape))) return null;
  const { data } = given;
  const numbers = isTyped(data) || Array.isArray(data) ? readNumbers(data) : null;
  const shape = given.shape as unknown[];
  if (numbers === null || !shape.every((length) => typeof length === "number")) return null;
  return sizeOf(shape) === numbers.data.length ? { shape, data: numbers.data } : null;
}
