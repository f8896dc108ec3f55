import { choiceArg } from "../arg-spec";
import { defaultProfile, profiles } from "../profiles";
import type { ProfileId } from "../profiles";

const ids = Object.keys(profiles) as ProfileId[];
const rule = ids.join(", ");

const labels: Readonly<Record<ProfileId, string>> = {
  "tf-1.4": "TensorFlow 1.4",
  "tf-1.14-v1": "TensorFlow 1.14, V1",
  "tf-1.14-v2": "TensorFlow 1.14, V2",
  "tf-1.15-v2": "TensorFlow 1.15, V2",
  "tf-2.1-v1": "TensorFlow 2.1, V1",
  "tf-2.3-v1": "TensorFlow 2.3, V1",
  "tf-2.3-v2": "TensorFlow 2.3, V2",
  "tf-2.3-layers": "TensorFlow 2.3, tf.layers",
  "keras-2-v1": "Latest Keras 2, V1",
  "keras-2-v2": "Latest Keras 2",
};

/** Which documented version of the layer a run uses. */
export const profile = choiceArg({
  name: "profile",
  where: "run",
  group: "layer",
  summary: "The version of the layer whose behaviour the run follows.",
  type: "choice",
  rule: `one of ${rule}`,
  default: defaultProfile,
  options: ids.map((value) => ({ value, label: labels[value] })),
  related: ["renorm", "fused", "trainable"],
  valid: ids,
  invalid: [
    {
      value: "tf-3",
      message: `profile must be one of ${rule}. Received: profile="tf-3"`,
    },
  ],
});
