import { requireGraph, requireSymbolic } from "../base-layer/symbolic";
import type { DeferredGraph, SymbolicTensor, Value } from "../base-layer/deferred";
import { castTo, mayBeNumbers } from "../base-layer/inputs";
import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";
import { showShape } from "../tensor/shape";
import type { NestedNumbers, Tensor } from "../tensor/tensor";

export type FeedValue = Tensor | NestedNumbers | boolean;

/** The values to run with, as pairs or as a map. */
export type Feeds = Iterable<readonly [SymbolicTensor, FeedValue]>;

/**
 * Casts values to what their tensors take. Throws a TypeError for what is no pair of a tensor and a value, a ValueError
 * for another shape or graph.
 */
export function fed(feeds: Feeds, graph: DeferredGraph): ReadonlyMap<SymbolicTensor, Value> {
  const values = new Map<SymbolicTensor, Value>();
  for (const pair of pairsIn(feeds)) {
    const [tensor, value] = pair;
    requireSymbolic("feeds", [tensor]);
    requireGraph(graph, "feeds", [tensor]);
    values.set(tensor, valueFor(tensor, value));
  }
  return values;
}

function pairsIn(feeds: Feeds): Feeds {
  const given: unknown = feeds;
  const isIterable = typeof given === "object" && given !== null && Symbol.iterator in given;
  const pairs: readonly unknown[] = isIterable ? [...feeds] : [given];
  if (isIterable && pairs.every((pair) => Array.isArray(pair) && pair.length === 2)) return feeds;
  throw new EngineError(
    "argument",
    "TypeError",
    refusal("feeds", "pairs of a tensor and its value, or a map of them", given),
    { argument: "feeds" },
  );
}

function valueFor(tensor: SymbolicTensor, given: FeedValue): Value {
  const { name, dtype, shape } = tensor;
  if (dtype === "bool") {
    if (typeof given === "boolean") return given;
    throw new EngineError("feed-type", "TypeError", refusal(name, "fed true or false", given));
  }
  if (!mayBeNumbers(given)) {
    throw new EngineError("feed-type", "TypeError", refusal(name, "fed numbers", given));
  }
  const value = castTo(dtype, given);
  const fits =
    shape === null ||
    (shape.length === value.shape.length &&
      shape.every((size, axis) => size === null || size === value.shape[axis]));
  if (fits) return value;
  throw new EngineError(
    "feed-shape",
    "ValueError",
    `${name} must be fed values of shape ${showShape(shape)}. Received: shape=${showShape(value.shape)}`,
  );
}
