import type { SymbolicTensor, Value } from "../base-layer/deferred";
import { castTo } from "../base-layer/inputs";
import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";
import type { NestedNumbers, Tensor } from "../tensor/tensor";
import type { Graph } from "./graph";

export type FeedValue = Tensor | NestedNumbers | boolean;

/** The values to run with, as pairs or as a map. */
export type Feeds = Iterable<readonly [SymbolicTensor, FeedValue]>;

/** Casts values to what their tensors take. Throws a ValueError for another shape or graph, a TypeError for no value. */
export function fed(feeds: Feeds, graph: Graph): ReadonlyMap<SymbolicTensor, Value> {
  const values = new Map<SymbolicTensor, Value>();
  for (const [tensor, value] of feeds) {
    if (tensor.graph !== graph) {
      throw new EngineError(
        "graph-differs",
        "ValueError",
        `feeds must be of the session's graph: the graphs are not the same. Received: feeds=${tensor.name}`,
      );
    }
    values.set(tensor, valueFor(tensor, value));
  }
  return values;
}

function valueFor(tensor: SymbolicTensor, given: FeedValue): Value {
  const { name, dtype, shape } = tensor;
  if ((dtype === "bool") !== (typeof given === "boolean")) {
    const rule = dtype === "bool" ? "true or false" : "numbers";
    throw new EngineError("feed-type", "TypeError", refusal(name, `fed ${rule}`, given));
  }
  if (dtype === "bool" || typeof given === "boolean") return given as boolean;
  const value = castTo(dtype, given);
  const fits =
    shape === null ||
    (shape.length === value.shape.length &&
      shape.every((size, axis) => size === null || size === value.shape[axis]));
  if (fits) return value;
  throw new EngineError(
    "feed-shape",
    "ValueError",
    `${name} must be fed values of shape [${shape.map(String).join(", ")}]. Received: shape=[${value.shape.join(", ")}]`,
  );
}
