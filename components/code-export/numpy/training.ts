import { boundsAt } from "../bounds";
import { isGiven } from "../given";
import { lines } from "../python/layout";
import { pythonNumber, pythonTuple, pythonValue } from "../python/literals";
import { isSplit, keepsDims, sharedName } from "./plan";
import type { NumpyPlan } from "./plan";

const axisText = (axes: readonly number[]): string =>
  axes.length === 1 ? String(axes[0]) : pythonTuple(axes);

/** The batch's mean and biased variance, averaged over ghost batches where something moves towards them. */
export const momentLines = (plan: NumpyPlan): string =>
  lines(
    "# Training mode: the batch's own mean and biased variance.",
    isGiven(plan.subject.config, "axis") &&
      `# axis=${pythonValue(plan.subject.config.axis)} keeps statistics of its own.`,
    ...statisticLines(plan),
    ...(plan.updates || plan.renorm !== null ? sharedLines(plan) : []),
  );

function statisticLines(plan: NumpyPlan): readonly string[] {
  const { subject, reduced, isHalf } = plan;
  const over = `axis=${axisText(reduced)}${keepsDims(plan) ? ", keepdims=True" : ""}`;
  const x = isHalf ? "x.astype(np.float32)" : "x";
  if (subject.masked !== null) {
    return [
      `total = mask.sum(${over})`,
      `mean = divided((mask * ${x}).sum(${over}), total)`,
      `variance = divided((mask * np.square(${x} - mean)).sum(${over}), total)`,
    ];
  }
  if (isOneColumn(plan)) {
    const average = (of: string): string =>
      `np.cumsum(${of}, axis=0)[-1] / dtype(${String(plan.samples)})`;
    return [
      "# NumPy would add a single column in pairs; the layer adds one number after the other.",
      `mean = ${average(x)}`,
      `variance = ${average(`np.square(${x} - mean)`)}`,
    ];
  }
  return [`mean = ${x}.mean(${over})`, `variance = np.square(${x} - mean).mean(${over})`];
}

const isOneColumn = ({ shape, reduced, isHalf, subject }: NumpyPlan): boolean =>
  shape.length === 2 &&
  shape[1] === 1 &&
  reduced.length === 1 &&
  reduced[0] === 0 &&
  (isHalf || subject.config.dtype === "float32");

function sharedLines(plan: NumpyPlan): readonly string[] {
  return !isSplit(plan)
    ? []
    : [
        "# What moves the statistics is the average over the ghost batches.",
        "shared_mean = mean.mean(axis=1, keepdims=True)",
        "shared_variance = variance.mean(axis=1, keepdims=True)",
      ];
}

export const dividedHelper = `def divided(sums, total):
    """0 where there is nothing to divide by, as TensorFlow has it."""
    return np.divide(sums, total, out=np.zeros_like(sums), where=total != 0)`;

/** Renorm's correction, from its variables as they are before they move. */
export function correctionLines(plan: NumpyPlan): string | null {
  const { renorm, subject, call } = plan;
  if (renorm === null) return null;
  const { renorm_clipping: clipping, epsilon } = subject.config;
  const mean = sharedName(plan, "mean");
  const bounds = new Map(boundsAt(clipping, call.callsBefore));
  const [rmin, rmax, dmax] = (["rmin", "rmax", "dmax"] as const).map((key) => bounds.get(key));
  const typed = (value: number): string => `dtype(${pythonNumber(value, "np")})`;
  return lines(
    "# renorm=True: a correction of the batch's normalization. No gradient flows through r and d.",
    `deviation = np.sqrt(${sharedName(plan, "variance")} + epsilon)`,
    ...(renorm === "weighted"
      ? [
          `average = renorm_mean + (dtype(1) - renorm_mean_weight) * ${mean}`,
          "sigma = renorm_stddev + (dtype(1) - renorm_stddev_weight) * deviation",
          "r = deviation / sigma",
          `d = (${mean} - average) / sigma`,
        ]
      : [
          `sigma = np.maximum(renorm_stddev, dtype(np.sqrt(${pythonNumber(epsilon)})))`,
          "r = deviation / sigma",
          `d = (${mean} - renorm_mean) / sigma`,
        ]),
    rmin !== undefined && `r = np.maximum(r, ${typed(rmin)})`,
    rmax !== undefined && `r = np.minimum(r, ${typed(rmax)})`,
    dmax !== undefined && `d = np.minimum(np.maximum(d, ${typed(-dmax)}), ${typed(dmax)})`,
  );
}

/** The scale and offset after the division by the deviation, composed in TensorFlow's order. */
export function compositionLines(plan: NumpyPlan): string {
  const { hasGamma, hasBeta, renorm, call } = plan;
  let scale: string | null = hasGamma ? "gamma" : null;
  let offset: string | null = hasBeta ? "beta" : null;
  const steps: string[] = [];
  const through = (slope: string, shift: string): void => {
    const shifted = scale === null ? shift : `${shift} * ${scale}`;
    steps.push(
      `offset = ${offset === null ? shifted : `${shifted} + ${offset}`}`,
      `scale = ${scale === null ? slope : `${slope} * ${scale}`}`,
    );
    [scale, offset] = ["scale", "offset"];
  };
  if (call.adjustment) through("adjustment_scale", "adjustment_bias");
  if (renorm !== null) through("r", "d");
  return lines(
    ...steps,
    `training_output = normalize(mean, variance, ${scale ?? "dtype(1)"}, ${offset ?? "dtype(0)"})`,
  );
}

/** The line of each channel: how TensorFlow orders its operations decides the last digits. */
export function normalizeHelper(plan: NumpyPlan): string {
  const { fused, isHalf } = plan;
  const halfArithmetic = plan.halfArithmetic && !fused;
  const result = fused ? "(x - mean) * k + offset" : "x * k + (offset - mean * k)";
  if (halfArithmetic) {
    return lines(
      "def normalize(mean, variance, scale, offset):",
      `    """${result}, in 16 bits as this version has it."""`,
      "    half = np.float16",
      "    mean, variance, scale, offset = (",
      "        np.asarray(part, dtype).astype(half) for part in (mean, variance, scale, offset)",
      "    )",
      "    k = half(1) / np.sqrt(variance + half(epsilon)) * scale",
      `    return ${result}`,
    );
  }
  const returned = isHalf ? `(${result}).astype(np.float16)` : result;
  return lines(
    "def normalize(mean, variance, scale, offset):",
    fused
      ? '    """The fused operation centres first."""'
      : '    """One scale and one offset for each channel, as the unfused layer has it."""',
    "    k = dtype(1) / np.sqrt(variance + epsilon) * scale",
    `    return ${returned}`,
  );
}
