import { BatchNormalization } from "@/engine";
import type { BackendId, InputGradients, Tensor, Trace } from "@/engine";
import type { Setting } from "./settings";
import { uniform } from "./layouts";
import { bitsOf, float32 } from "./tensors";

/** What a layer tells of some calls: tensors and other facts, by their path. */
export type Story = ReadonlyMap<string, unknown>;

/** What becomes of a tensor before a layer gets it. */
type Place = (tensor: Tensor) => Tensor;

export const isTensor = (value: unknown): value is Tensor =>
  typeof value === "object" && value !== null && "data" in value && "shape" in value;

function* partsOf(value: unknown, path: string): Generator<readonly [string, unknown]> {
  if (typeof value === "function") return;
  const isWhole = typeof value !== "object" || value === null || Array.isArray(value);
  if (isWhole || isTensor(value)) {
    yield [path, value];
    return;
  }
  for (const [name, part] of Object.entries(value)) yield* partsOf(part, `${path}.${name}`);
}

/** Every field of a trace, or of gradients. */
export const storyOf = (name: string, told: Trace | InputGradients): Story =>
  new Map(partsOf(told, name));

/** Numbers in [centre − 1, centre + 1). */
export function numbers(shape: readonly number[], seed: number, centre = 0): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return float32(shape, Array.from(uniform(size, seed, centre)));
}

/** A layer whose γ and β, where it has them, differ from channel to channel. */
export function layerOf(
  { args, profile, shape }: Setting,
  backend?: BackendId,
): BatchNormalization {
  const options = { ...(backend && { backend }), ...(profile && { profile }) };
  const layer = new BatchNormalization({ momentum: 0.75, ...args }, options);
  layer.build(shape);
  const parameter = (name: string, seed: number, centre: number): Record<string, Tensor> => {
    const weight = layer.weights.find((each) => each.name.endsWith(`/${name}`));
    return weight === undefined ? {} : { [name]: numbers(weight.value.shape, seed, centre) };
  };
  layer.assign({ ...parameter("gamma", 71, 1.5), ...parameter("beta", 72, 0.5) });
  return layer;
}

/** What a layer tells of three training calls and an inference call. */
export function toldBy(layer: BatchNormalization, setting: Setting, place?: Place): Story {
  const { shape, centre, call } = setting;
  const placed = place ?? ((tensor: Tensor): Tensor => tensor);
  const parts = [1, 2, 3, 4].flatMap((step) => {
    const options = step < 4 ? { ...call, training: true } : {};
    const trace = layer.trace(placed(numbers(shape, step, centre)), options);
    const gradients = trace.vjp(placed(numbers(shape, 10 + step)));
    return [...storyOf(`call ${step}`, trace), ...storyOf(`call ${step}.gradients`, gradients)];
  });
  return new Map(parts);
}

/** The largest difference of two lists, in units of the largest number expected, or of 1 where that is smaller. */
export function farthest(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let unit = 1;
  let error = 0;
  for (let i = 0; i < expected.length; i++) {
    if (Number.isFinite(expected[i])) unit = Math.max(unit, Math.abs(expected[i]!));
    if (Object.is(actual[i], expected[i]) || actual[i] === expected[i]) continue;
    const difference = Math.abs(actual[i]! - expected[i]!);
    error = Math.max(error, Number.isNaN(difference) ? Infinity : difference);
  }
  return error / unit;
}

/**
 * How far a part is from what is expected: 0 where it is the same bit for bit, at least the smallest number there is
 * where only the sign of a zero differs, and Infinity where it is something else.
 */
function distance(actual: unknown, expected: unknown): number {
  if (!isTensor(expected))
    return JSON.stringify(actual) === JSON.stringify(expected) ? 0 : Infinity;
  if (!isTensor(actual) || actual.dtype !== expected.dtype) return Infinity;
  if (actual.shape.join() !== expected.shape.join()) return Infinity;
  if (bitsOf(actual) === bitsOf(expected)) return 0;
  return Math.max(Number.MIN_VALUE, farthest(actual.data, expected.data));
}

/** The parts of two stories that are farther apart than the bound, or are in one of them only. */
export function beyond(bound: number, actual: Story, expected: Story): readonly string[] {
  const paths = [...new Set([...expected.keys(), ...actual.keys()])];
  return paths.flatMap((path) => {
    const isInBoth = actual.has(path) && expected.has(path);
    const found = isInBoth ? distance(actual.get(path), expected.get(path)) : Infinity;
    return found <= bound ? [] : [`${path}: ${found.toExponential(1)}`];
  });
}
