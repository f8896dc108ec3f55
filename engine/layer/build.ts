import { EngineError } from "../errors";
import { choosesFused } from "../core/fused-path";
import type { BatchNormConfig } from "../spec/batch-norm";
import type { ProfileSwitches } from "../spec/profiles";
import { resolveAxes } from "../tensor/axes";
import { parameterShape } from "../tensor/channel-view";
import type { PartialShape, Shape } from "../tensor/shape";

/** What a layer knows once it has seen the shape of its inputs. */
export interface BuiltLayer {
  readonly rank: number;
  readonly axes: readonly number[];
  readonly reductionAxes: readonly number[];
  /** The required size along each normalized axis. */
  readonly axisSizes: readonly number[];
  readonly parameterShape: Shape;
  readonly fused: boolean;
}

/**
 * Resolves a configuration against an input shape, in TensorFlow's order of checks: rank, axis range, duplicates,
 * undefined dimensions. Throws a ValueError at the first that fails.
 */
export function buildFor(
  config: BatchNormConfig,
  profile: ProfileSwitches,
  shape: PartialShape | null,
): BuiltLayer {
  if (shape === null || shape.length === 0) {
    throw new EngineError(
      "rank-undefined",
      "ValueError",
      `inputs must have a known rank of at least 1 (undefined rank). Received: inputs.shape=${shape === null ? "null" : "[]"}`,
    );
  }
  const rank = shape.length;
  const axes = resolveAxes(config.axis, rank);
  const axisSizes = axes.map((axis) => knownSize(shape, axis));
  const known = shape.map((size) => size ?? 1);
  return {
    rank,
    axes,
    reductionAxes: shape.flatMap((_, axis) => (axes.includes(axis) ? [] : [axis])),
    axisSizes,
    parameterShape: parameterShape(known, axes),
    fused: choosesFused(profile, { rank, axes, dtype: config.dtype }),
  };
}

function knownSize(shape: PartialShape, axis: number): number {
  const size = shape[axis];
  if (size !== null && size !== undefined) return size;
  throw new EngineError(
    "axis-dimension-undefined",
    "ValueError",
    `inputs must have a known size along every normalized axis (undefined \`axis\` dimension). Received: axis=${axis}, inputs.shape=[${shape.map(String).join(", ")}]`,
    { axis },
  );
}

/** Checks the inputs of a later call against the shape the layer was built for; throws a ValueError. */
export function checkInputShape(built: BuiltLayer, shape: Shape): void {
  const received = `Received: inputs.shape=[${shape.join(", ")}]`;
  if (shape.length !== built.rank) {
    throw new EngineError(
      "inputs-rank",
      "ValueError",
      `inputs must have the rank the layer was built for: expected ndim=${built.rank}, found ndim=${shape.length}. ${received}`,
    );
  }
  built.axes.forEach((axis, i) => {
    if (shape[axis] !== built.axisSizes[i]) {
      throw new EngineError(
        "inputs-dimension",
        "ValueError",
        `inputs must have the channels the layer was built for: expected axis ${axis} of input shape to have value ${built.axisSizes[i]}. ${received}`,
        { axis },
      );
    }
  });
}
