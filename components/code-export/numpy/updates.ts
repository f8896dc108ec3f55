import { lines } from "../python/layout";
import { sharedName } from "./plan";
import type { NumpyPlan } from "./plan";

export const movedHelper = `def moved(average, value, share):
    return average - (average - value) * share`;

/** Whether anything moves in the way of `movedHelper`. */
export const needsMoved = (plan: NumpyPlan): boolean =>
  (plan.updates && !usesKernel(plan)) || plan.renorm !== null;

/** From TensorFlow 2.2 on the fused operation moves the averages in an arithmetic of its own. */
const usesKernel = ({ fused, switches }: NumpyPlan): boolean =>
  fused && switches.fusedMovesAverages;

const besselText = (samples: number): string =>
  `dtype(${samples} / ${Math.max(samples - 1, 1)})  # unbiased: m / (m - 1)`;

/** How the weights move. */
export function updateLines(plan: NumpyPlan): string | null {
  const { updates, renorm } = plan;
  if (renorm !== null) return renormUpdates(plan);
  if (!updates) return plan.subject.loop === null ? null : notRun;
  return lines(
    "# The moving statistics after the step.",
    share("share", "momentum"),
    ...(usesKernel(plan) ? kernelUpdates(plan) : plainUpdates(plan)),
  );
}

const notRun =
  "# The train step runs no update operation: the moving statistics stay as it found them.";

const share = (name: string, momentum: string): string =>
  `${name} = dtype(np.float32(1 - ${momentum}))  # a float32 constant in TensorFlow`;

const kernelUpdates = ({ samples }: NumpyPlan): readonly string[] => [
  `bessel = ${besselText(samples)}`,
  "moving_mean = (dtype(1) - share) * moving_mean + share * mean",
  "moving_variance = (dtype(1) - share) * moving_variance + share * bessel * variance",
];

const plainUpdates = (plan: NumpyPlan): readonly string[] => [
  ...(plan.fused ? [`bessel = ${besselText(plan.samples)}`] : []),
  `moving_mean = moved(moving_mean, ${sharedName(plan, "mean")}, share)`,
  `moving_variance = moved(moving_variance, ${sharedName(plan, "variance")}${plan.fused ? " * bessel" : ""}, share)`,
];

function renormUpdates(plan: NumpyPlan): string {
  const { renorm, updates } = plan;
  const mean = sharedName(plan, "mean");
  const ofMoving = updates ? [share("share", "momentum")] : [];
  const head = [
    updates
      ? "# The weights after the step."
      : "# trainable=False: the moving statistics stay, renorm's variables move all the same.",
    ...ofMoving,
    share("renorm_share", "renorm_momentum"),
  ];
  if (renorm === "weighted") {
    return lines(
      ...head,
      `renorm_mean = moved(renorm_mean, ${mean}, renorm_share)`,
      "renorm_mean_weight = moved(renorm_mean_weight, dtype(1), renorm_share)",
      "renorm_stddev = moved(renorm_stddev, deviation, renorm_share)",
      "renorm_stddev_weight = moved(renorm_stddev_weight, dtype(1), renorm_share)",
      ...(updates
        ? [
            "# They move towards the debiased averages, not towards the batch.",
            "moving_mean = moved(moving_mean, renorm_mean / renorm_mean_weight, share)",
            "debiased = np.square(renorm_stddev / renorm_stddev_weight) - epsilon",
            "moving_variance = moved(moving_variance, debiased, share)",
          ]
        : []),
    );
  }
  return lines(
    ...head,
    `renorm_mean = moved(renorm_mean, ${mean}, renorm_share)`,
    "renorm_stddev = moved(renorm_stddev, deviation, renorm_share)",
    ...(updates
      ? [
          `moving_mean = moved(moving_mean, ${mean}, share)`,
          "moving_stddev = moved(moving_stddev, deviation, share)",
          "moving_variance = np.maximum(np.square(moving_stddev) - epsilon, dtype(0))",
        ]
      : []),
  );
}
