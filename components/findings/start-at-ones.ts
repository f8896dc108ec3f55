import { defaultExperiment } from "@/engine/spec/experiment";
import type { Finding } from "./finding";

/** What helps where a moving variance starts at what no variance can be. */
export const startAtOnes: Required<Pick<Finding, "remedy" | "change">> = {
  remedy:
    "Start the moving variance at ones: no variance is negative, and one of 0 divides by nothing.",
  change: {
    label: "Set moving_variance_initializer to ones",
    patch: { moving_variance_initializer: defaultExperiment.moving_variance_initializer },
  },
};
