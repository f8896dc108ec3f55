import type { Mask, NestedMask } from "../base-layer/options";
import { EngineError } from "../errors";
import { mask as maskSpec } from "../spec/args/mask";
import type { ProfileSwitches } from "../spec/profiles";
import { refusal } from "../spec/show-value";
import { broadcasts, broadcastTo } from "../tensor/broadcast";
import type { Shape } from "../tensor/shape";
import { tensor } from "../tensor/tensor";
import type { NestedNumbers, Tensor } from "../tensor/tensor";

function asNumbers(mask: NestedMask): NestedNumbers {
  if (Array.isArray(mask)) return mask.map((part: NestedMask) => asNumbers(part));
  if (typeof mask === "number" || typeof mask === "boolean") return Number(mask);
  throw notAMask(mask);
}

const notAMask = (mask: unknown): EngineError =>
  new EngineError("argument", "TypeError", refusal("mask", maskSpec.rule, mask), {
    argument: "mask",
  });

/** A mask as a tensor; booleans count 1 and 0. Throws a TypeError for what is none. */
export function maskTensor(mask: Mask): Tensor {
  if (typeof mask === "object" && (mask as unknown) !== null && "shape" in mask) return mask;
  return tensor(asNumbers(mask as NestedMask));
}

/** Throws a TypeError where the version's call has no mask. */
export function requireMasking({ mask }: Pick<ProfileSwitches, "mask">): void {
  if (mask === "used") return;
  throw new EngineError(
    "mask-unsupported",
    "TypeError",
    mask === "unsupported"
      ? "mask must be null: the layer does not support masking in this version. Received: mask=a mask"
      : "mask must be left out: the call got an unexpected keyword argument mask in this version. Received: mask=a mask",
    { argument: "mask" },
  );
}

/**
 * The weight of each element in the batch's moments: the mask, with one more axis for the channels it does not
 * know. Throws a TypeError where the version's call has no mask, a ValueError when it does not fit the inputs.
 */
export function elementWeightsOf(
  mask: Mask,
  inputs: Shape,
  profile: ProfileSwitches,
): Float64Array {
  requireMasking(profile);
  const given = maskTensor(mask);
  const shape = [...given.shape, 1];
  if (!broadcasts(shape, inputs)) {
    throw new EngineError(
      "mask-shape",
      "ValueError",
      `mask must be shaped as the inputs without their last axis, [${inputs.slice(0, -1).join(", ")}]. Received: mask.shape=[${given.shape.join(", ")}]`,
      { argument: "mask" },
    );
  }
  return broadcastTo({ shape, dtype: given.dtype, data: given.data }, inputs);
}
