import { EngineError } from "../errors";
import type { ProfileSwitches } from "../spec/profiles";
import { refusal } from "../spec/show-value";
import type { DType } from "../tensor/tensor";

/*
 * TensorFlow has two implementations of the layer. Which one runs is observable: the fused one feeds the moving
 * variance with Bessel's correction and, in older versions, raises a small epsilon.
 */

/** What the constructor knows that bears on the choice. */
export interface FusedConditions {
  readonly renorm: boolean;
  readonly axis: number | readonly number[];
  readonly virtualBatchSize: number | null;
  /** Null where there is none. */
  readonly adjustment: unknown;
  readonly hasRegularizer: boolean;
  readonly dtype: DType;
}

interface Obstacle {
  readonly code: string;
  readonly message: string;
}

const singleAxis = (axis: number | readonly number[]): number | undefined => {
  const axes = typeof axis === "number" ? [axis] : axis;
  return axes.length === 1 ? axes[0] : undefined;
};

/** The first reason why these arguments rule the fused implementation out, in TensorFlow's order; null if none does. */
function obstacleTo(conditions: FusedConditions, profile: ProfileSwitches): Obstacle | null {
  const { renorm, axis, virtualBatchSize, adjustment, hasRegularizer, dtype } = conditions;
  const axisValue = singleAxis(axis);
  const mustBe = (name: string, rule: string, value: unknown): string =>
    refusal(name, `${rule} when fused=true`, value);
  if (renorm) {
    return {
      code: "fused-renorm",
      message: `fused=true excludes renorm: ${mustBe("renorm", "false", renorm)}`,
    };
  }
  if (axisValue === undefined || !profile.fusedAxisValues.includes(axisValue)) {
    return {
      code: "fused-axis",
      message: `fused=true is only possible when axis is 1 or 3: ${mustBe("axis", `one of ${profile.fusedAxisValues.join(", ")}`, axis)}`,
    };
  }
  if (virtualBatchSize !== null) {
    return {
      code: "fused-virtual-batch-size",
      message: `fused=true excludes virtual_batch_size: ${mustBe("virtual_batch_size", "null", virtualBatchSize)}`,
    };
  }
  if (adjustment !== null) {
    return {
      code: "fused-adjustment",
      message: `fused=true excludes adjustment: ${mustBe("adjustment", "null", adjustment)}`,
    };
  }
  if (profile.regularizerForbidsFused && hasRegularizer) {
    return {
      code: "fused-regularizer",
      message:
        "fused=true excludes regularizers: beta_regularizer and gamma_regularizer must be null when fused=true. Received: a regularizer",
    };
  }
  return dtype === "float64" ? dtypeObstacle(dtype) : null;
}

const dtypeObstacle = (dtype: DType): Obstacle => ({
  code: "fused-dtype",
  message: `fused=true excludes this dtype: ${refusal("dtype", "float16 or float32 when fused=true", dtype)}`,
});

function refuse({ code, message }: Obstacle): never {
  throw new EngineError(code, "ValueError", message);
}

/**
 * What `fused` is from construction until build. Where `fused=True` is binding, null stays undecided unless it is
 * already impossible, and a true that cannot be honoured throws a ValueError that names the obstacle. Elsewhere null
 * means true, and nothing is refused.
 */
export function fusedBeforeBuild(
  fused: boolean | null,
  conditions: FusedConditions,
  profile: ProfileSwitches,
): boolean | null {
  if (!profile.fusedIsBinding) return fused ?? true;
  if (fused === false) return false;
  const obstacle = obstacleTo(conditions, profile);
  if (obstacle === null) return fused;
  if (fused === true) refuse(obstacle);
  return false;
}

/**
 * Decides for inputs of a rank, with axes already resolved. Where `fused=True` is binding, throws a ValueError for a
 * rank or axis that the fused implementation does not have.
 */
export function fusedAfterBuild(
  fused: boolean | null,
  input: { readonly rank: number; readonly axes: readonly number[]; readonly shapeText: string },
  conditions: FusedConditions,
  profile: ProfileSwitches,
): boolean {
  if (fused === false) return false;
  const axes = profile.fusedAxes[input.rank];
  const fits = axes?.includes(input.axes[0]!) ?? false;
  const undecided = fused === null || !profile.fusedIsBinding;
  if (undecided) {
    return fits && obstacleTo({ ...conditions, axis: input.axes }, profile) === null;
  }
  // A dtype that came with the first inputs was not known to the constructor.
  if (conditions.dtype === "float64") refuse(dtypeObstacle(conditions.dtype));
  if (axes === undefined) {
    const ranks = Object.keys(profile.fusedAxes).map((rank) => `${rank}D`);
    throw new EngineError(
      "fused-rank",
      "ValueError",
      `inputs must be ${ranks.join(" or ")} input tensors when fused=true. Received: inputs.shape=${input.shapeText}`,
    );
  }
  if (!fits && input.rank === 4) {
    throw new EngineError(
      "fused-axis-unsupported",
      "ValueError",
      `Unsupported axis: axis must be ${axes.join(" or ")} for inputs of rank 4 when fused=true. Received: axis=[${input.axes.join(", ")}]`,
    );
  }
  return fits;
}
