import { requirePartialShape } from "../base-layer/argument-rules";
import type { InputSpec } from "../base-layer/input-spec";
import { EngineError } from "../errors";
import { fusedAfterBuild } from "../core/fused-path";
import type { FusedConditions } from "../core/fused-questions";
import { axis as axisSpec } from "../spec/args/axis";
import type { BatchNormConfig } from "../spec/batch-norm";
import type { ProfileSwitches } from "../spec/profiles";
import { refusal, showValue } from "../spec/show-value";
import { resolveAxes } from "../tensor/axes";
import { parameterShape } from "../tensor/channel-view";
import { showShape } from "../tensor/shape";
import type { PartialShape, Shape } from "../tensor/shape";
import { checkedValue } from "./configuration";
import type { LayerObjects } from "./objects";

/** What a layer knows once it has seen the shape of its inputs. */
export interface BuiltLayer {
  readonly rank: number;
  readonly axes: readonly number[];
  readonly reductionAxes: readonly number[];
  readonly parameterShape: Shape;
  readonly fused: boolean;
  /** What the inputs of every call have to be. */
  readonly inputSpec: InputSpec;
}

/** What the choice of the fused implementation depends on. */
export const fusedConditions = (
  config: BatchNormConfig,
  { regularizers }: LayerObjects,
): FusedConditions => ({
  renorm: config.renorm,
  axis: config.axis,
  virtualBatchSize: config.virtual_batch_size,
  adjustment: config.adjustment,
  hasRegularizer: regularizers.beta !== null || regularizers.gamma !== null,
  dtype: config.dtype,
});

/**
 * Resolves a configuration against an input shape, in TensorFlow's order of checks: rank, axis range, duplicates,
 * ghost batches, fused, undefined dimensions. Throws a ValueError at the first that fails, and a TypeError for what is
 * no shape.
 */
export function buildFor(
  config: BatchNormConfig,
  fused: { readonly asked: boolean | null; readonly conditions: FusedConditions },
  profile: ProfileSwitches,
  shape: PartialShape | null,
): BuiltLayer {
  requirePartialShape("input_shape", shape);
  if (shape === null || shape.length === 0) {
    throw new EngineError(
      "rank-undefined",
      "ValueError",
      `inputs must have a known rank of at least 1 (undefined rank). Received: inputs.shape=${shape === null ? "null" : "[]"}`,
    );
  }
  const rank = shape.length;
  const axes = resolveAxes(checkedValue(axisSpec, config.axis, profile) as number, rank);
  checkGhosts(config, axes, profile);
  const runsFused = fusedAfterBuild(
    fused.asked,
    { rank, axes, shapeText: showShape(shape) },
    fused.conditions,
    profile,
  );
  const axisSizes = axes.map((axis) => knownSize(shape, axis));
  checkGhostDimensions(config, profile, shape);
  const known = shape.map((size) => size ?? 1);
  return {
    rank,
    axes,
    reductionAxes: shape.flatMap((_, axis) => (axes.includes(axis) ? [] : [axis])),
    parameterShape: parameterShape(known, axes, config.virtual_batch_size !== null),
    fused: runsFused,
    inputSpec: { ndim: rank, axes: axes.map((axis, i) => [axis, axisSizes[i]!]) },
  };
}

function refuseGhosts(code: string, message: string): never {
  throw new EngineError(code, "ValueError", message, { argument: "virtual_batch_size" });
}

function checkGhosts(
  config: BatchNormConfig,
  axes: readonly number[],
  profile: ProfileSwitches,
): void {
  const size = config.virtual_batch_size;
  if (size === null) return;
  if (size <= 0) {
    refuseGhosts(
      "virtual-batch-size",
      refusal("virtual_batch_size", "a positive integer that divides the batch size", size),
    );
  }
  if (axes.includes(0)) {
    refuseGhosts(
      "virtual-batch-axis",
      `axis cannot include 0 when virtual_batch_size is given: axis must leave the batch's own axis to the ghost batches. Received: axis=[${axes.join(", ")}], virtual_batch_size=${size}`,
    );
  }
  if (config.adjustment !== null) {
    refuseGhosts(
      "virtual-batch-adjustment",
      `adjustment cannot be specified when virtual_batch_size is: adjustment must be null. Received: adjustment=${showValue(config.adjustment)}, virtual_batch_size=${size}`,
    );
  }
  if (config.renorm && profile.renormForbidsGhosts) {
    refuseGhosts(
      "virtual-batch-renorm",
      `renorm must be false when virtual_batch_size is given in this version, whose renorm variables do not fit the statistics of ghost batches. Received: renorm=true, virtual_batch_size=${size}`,
    );
  }
}

function checkGhostDimensions(
  config: BatchNormConfig,
  profile: ProfileSwitches,
  shape: PartialShape,
): void {
  if (config.virtual_batch_size === null || profile.ghostsAllowUnknownDimensions) return;
  if (shape.slice(1).every((size) => size !== null)) return;
  refuseGhosts(
    "virtual-batch-dimension",
    `inputs must have known sizes along all axes but the first when virtual_batch_size is given in this version. Received: inputs.shape=${showShape(shape)}`,
  );
}

function knownSize(shape: PartialShape, axis: number): number {
  const size = shape[axis];
  if (size !== null && size !== undefined) return size;
  throw new EngineError(
    "axis-dimension-undefined",
    "ValueError",
    `inputs must have a known size along every normalized axis (undefined \`axis\` dimension). Received: axis=${axis}, inputs.shape=${showShape(shape)}`,
    { axis },
  );
}
