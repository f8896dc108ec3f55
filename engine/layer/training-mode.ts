import { EngineError } from "../errors";
import { training as trainingSpec } from "../spec/args/training";
import type { ProfileSwitches } from "../spec/profiles";
import { refusal } from "../spec/show-value";
import { check } from "../spec/validate";

export interface TrainingMode {
  /** Whether the batch's statistics normalize. */
  readonly training: boolean;
  /** Whether the moving statistics move. */
  readonly updates: boolean;
}

const integerRules: Readonly<Record<ProfileSwitches["integerTraining"], string>> = {
  any: trainingSpec.rule,
  "zero or one": "a bool, 0, 1 or null in this version (it becomes the pred of a condition)",
  none: "a bool or null in this version (it becomes the pred of a condition)",
};

function isAccepted(value: number, which: ProfileSwitches["integerTraining"]): boolean {
  switch (which) {
    case "any":
      return true;
    case "zero or one":
      return value === 0 || value === 1;
    case "none":
      return false;
  }
}

/**
 * Decides between training and inference. Null, "not said", is inference, the default learning phase. Throws a
 * TypeError for a value that the version does not take.
 */
export function trainingMode(
  given: boolean | number | null,
  trainable: boolean,
  profile: ProfileSwitches,
): TrainingMode {
  const checked = check(trainingSpec, given);
  if (!checked.ok) throw new EngineError("argument", checked.kind, checked.message);
  const { value } = checked;
  if (typeof value === "number" && !isAccepted(value, profile.integerTraining)) {
    throw new EngineError(
      "argument",
      "TypeError",
      refusal("training", integerRules[profile.integerTraining], value),
    );
  }
  const training = Boolean(value) && (trainable || !profile.frozenMeansInference);
  return { training, updates: training && (trainable || profile.frozenStillUpdates) };
}
