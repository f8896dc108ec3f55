import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";
import { roundToFloat16 } from "./float16";
import { sizeOf } from "./shape";
import type { Shape } from "./shape";

export type DType = "float16" | "float32" | "float64";
export const isDType = (value: unknown): value is DType =>
  value === "float16" || value === "float32" || value === "float64";

export type TensorData = Float32Array | Float64Array;

/**
 * A dense array in row-major order. `data.length` is the product of `shape`. A float16 tensor keeps its 16-bit
 * numbers in a Float32Array, which holds each of them exactly, because Float16Array is not everywhere yet.
 */
export interface Tensor {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly data: TensorData;
}

export type NestedNumbers = number | readonly NestedNumbers[];

export const allocate = (dtype: DType, length: number): TensorData =>
  dtype === "float64" ? new Float64Array(length) : new Float32Array(length);

/** Copies numbers into storage of the dtype, each rounded to nearest even. */
export function store(dtype: DType, values: ArrayLike<number>): TensorData {
  switch (dtype) {
    case "float64":
      return new Float64Array(values);
    case "float32":
      return new Float32Array(values);
    case "float16":
      return Float32Array.from(values, roundToFloat16);
  }
}

/**
 * Makes a tensor from nested lists, or from flat data with a `shape`. The dtype is float32 unless given.
 * Data is copied. Throws a ValueError when lists are ragged, hold something other than numbers, or do not fill
 * the shape.
 */
export function tensor(
  values: NestedNumbers | TensorData,
  options: { readonly shape?: Shape; readonly dtype?: DType } = {},
): Tensor {
  const dtype = options.dtype ?? "float32";
  if (!isDType(dtype)) {
    throw new EngineError(
      "tensor-dtype",
      "ValueError",
      refusal("dtype", "one of float16, float32, float64", dtype),
    );
  }
  if (values instanceof Float32Array || values instanceof Float64Array) {
    return filled(options.shape ?? [values.length], dtype, values);
  }
  const shape = shapeOf(values);
  const flat: number[] = [];
  flatten(values, shape, 0, flat);
  return filled(options.shape ?? shape, dtype, flat);
}

function filled(shape: Shape, dtype: DType, values: ArrayLike<number>): Tensor {
  if (!shape.every((size) => Number.isInteger(size) && size >= 0)) {
    throw new EngineError(
      "tensor-shape",
      "ValueError",
      `shape must be a list of non-negative integers. Received: shape=[${shape.join(", ")}]`,
    );
  }
  if (sizeOf(shape) !== values.length) {
    throw new EngineError(
      "tensor-shape",
      "ValueError",
      `data must fill its shape: [${shape.join(", ")}] holds ${sizeOf(shape)} values. Received: ${values.length} values`,
    );
  }
  return { shape: Object.freeze([...shape]), dtype, data: store(dtype, values) };
}

function shapeOf(values: NestedNumbers): number[] {
  const shape: number[] = [];
  let level: NestedNumbers | undefined = values;
  while (Array.isArray(level)) {
    const list = level as readonly NestedNumbers[];
    shape.push(list.length);
    level = list[0];
  }
  return shape;
}

function flatten(values: NestedNumbers, shape: Shape, depth: number, into: number[]): void {
  if (depth === shape.length) {
    if (typeof values !== "number") {
      throw new EngineError(
        "tensor-data",
        "ValueError",
        `nested lists must hold numbers at one depth. Received: ${Array.isArray(values) ? "a list" : typeof values} at depth ${depth}`,
      );
    }
    into.push(values);
    return;
  }
  if (!Array.isArray(values) || values.length !== shape[depth]) {
    const found = Array.isArray(values) ? `a list of ${values.length}` : typeof values;
    throw new EngineError(
      "tensor-ragged",
      "ValueError",
      `nested lists must have equal lengths at every depth: expected ${shape[depth]} items at depth ${depth}. Received: ${found}`,
    );
  }
  for (const value of values as readonly NestedNumbers[]) flatten(value, shape, depth + 1, into);
}
