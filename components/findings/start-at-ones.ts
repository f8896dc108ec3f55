import { defaultExperiment } from "@/engine/spec/experiment";
import type { Finding } from "./finding";

/** What helps where a moving variance starts at what no variance can be. */
export const startAtOnes: Required<Pick<Finding, "remedy" | "change">> = {
  remedy:
    "Start the moving variance at ones: a variance is never negative, and by one of 0 nothing can be divided.",
  change: {
    label: "Set moving_variance_initializer to ones",
    patch: { moving_variance_initializer: defaultExperiment.moving_variance_initializer },
  },
};
