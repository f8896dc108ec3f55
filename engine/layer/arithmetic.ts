import { roundingOf, unrounded } from "../core/rounding";
import type { Rounding } from "../core/rounding";
import type { ForwardContext } from "./forward-context";
import { weightDtype } from "./weight-plan";

/** How a layer rounds what it computes in between. */
export interface Arithmetic {
  /** The batch's moments, and what is composed of weights: they have the dtype of the weights. */
  readonly moments: Rounding;
  /** From the inputs to the outputs. Versions differ in how 16-bit layers go on after float32 moments. */
  readonly line: Rounding;
  /** The fused gradient is one operation; that of the unfused layer is taken operation by operation. */
  readonly gradients: Rounding;
}

export function arithmeticOf({
  config,
  built,
  profile,
}: Pick<ForwardContext, "config" | "built" | "profile">): Arithmetic {
  const moments = roundingOf(weightDtype(config.dtype));
  if (built.fused) return { moments, line: moments, gradients: unrounded };
  const isHalf = config.dtype === "float16" && profile.halfArithmetic === "float16";
  return { moments, line: isHalf ? roundingOf("float16") : moments, gradients: moments };
}

/** ε as it enters the outputs and the gradients: older fused operations raise a small one. */
export const epsilonOf = ({
  config,
  built,
  profile,
}: {
  readonly config: Pick<ForwardContext["config"], "epsilon">;
  readonly built: Pick<ForwardContext["built"], "fused">;
  readonly profile: Pick<ForwardContext["profile"], "fusedEpsilonFloor">;
}): number =>
  built.fused
    ? Math.max(config.epsilon, profile.fusedEpsilonFloor ?? config.epsilon)
    : config.epsilon;
