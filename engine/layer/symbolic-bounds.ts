import { isSymbolic, numbersOf, requireGraph } from "../base-layer/symbolic";
import type { Execution, SymbolicTensor } from "../base-layer/deferred";
import type { LayerOptions } from "../base-layer/options";
import { EngineError } from "../errors";
import type { BatchNormConfig } from "../spec/batch-norm";
import type { ClippingTable, ClippingValue, RenormClipping } from "../spec/clipping";
import { showValue } from "../spec/show-value";
import { showShape } from "../tensor/shape";

/** Clipping whose bounds may be tensors of the layer's graph. */
export type SymbolicClipping =
  | RenormClipping
  | Readonly<Partial<Record<keyof ClippingTable, ClippingValue | SymbolicTensor | null>>>;

/** The bounds that only a run knows, by their keys. */
export type SymbolicBounds = readonly (readonly [key: string, bound: SymbolicTensor])[];

/** Stands where a run puts a value, so that the layer knows that there is a bound. */
const knownInARun = (): number => Infinity;

function refuse(rule: string, received: string): never {
  throw new EngineError(
    "renorm-clipping-value",
    "TypeError",
    `renorm_clipping must be ${rule}. Received: ${received}`,
    { argument: "renorm_clipping" },
  );
}

function requireScalar(key: string, { name, shape }: SymbolicTensor): void {
  if (shape === null || shape.every((size) => size === null || size === 1)) return;
  refuse(
    "a table of numbers, scalar tensors or functions of the step",
    `${key}=${name} of shape ${showShape(shape)}`,
  );
}

/**
 * Clipping without its symbolic bounds, and these. Throws a TypeError where the layer is eager and for tensors that are
 * no scalars, a ValueError for tensors of another graph.
 */
export function separatedBounds(
  clipping: unknown,
  { graph = null }: LayerOptions,
): { readonly clipping: unknown; readonly bounds: SymbolicBounds } {
  if (typeof clipping !== "object" || clipping === null) return { clipping, bounds: [] };
  const entries: readonly (readonly [string, unknown])[] = Object.entries(clipping);
  const bounds = entries.flatMap(([key, bound]) =>
    isSymbolic(bound) ? [[key, bound] as const] : [],
  );
  const [first] = bounds;
  if (first === undefined) return { clipping, bounds };
  if (graph === null) {
    refuse("a table of values for an eager layer", `${first[0]}=${showValue(first[1])}`);
  }
  requireGraph(
    graph,
    "renorm_clipping",
    bounds.map(([, bound]) => bound),
  );
  for (const [key, bound] of bounds) requireScalar(key, bound);
  const known = entries.map(([key, bound]) => [key, isSymbolic(bound) ? knownInARun : bound]);
  return { clipping: Object.fromEntries(known), bounds };
}

/** The configuration with the values that the bounds have in a run. */
export function withBounds(
  config: BatchNormConfig,
  bounds: SymbolicBounds,
  run: Execution,
): BatchNormConfig {
  if (bounds.length === 0) return config;
  const values = bounds.map(([key, bound]) => [key, numbersOf(run.value(bound))] as const);
  // Where there are symbolic bounds, the clipping is a table.
  const known = config.renorm_clipping as ClippingTable;
  const inRun: ClippingTable = Object.fromEntries(values);
  return { ...config, renorm_clipping: { ...known, ...inRun } };
}
