import { initializerNames, weightOf } from "../given";
import { lawOf } from "../laws";
import type { Law } from "../laws";
import { pythonNumber, pythonTuple } from "../python/literals";
import { product } from "../shapes";
import { arrayText, numberText } from "./arrays";
import type { NumpyPlan } from "./plan";

/** The weights that the program uses, in the order of the layer's. */
export function weightNames(plan: NumpyPlan): readonly string[] {
  if (!plan.hasMovingStatistics) return [];
  return [
    ...(plan.hasGamma ? ["gamma"] : []),
    ...(plan.hasBeta ? ["beta"] : []),
    "moving_mean",
    "moving_variance",
    ...renormNames(plan),
  ];
}

const renormNames = ({ renorm }: NumpyPlan): readonly string[] => {
  if (renorm === null) return [];
  return renorm === "weighted"
    ? ["renorm_mean", "renorm_mean_weight", "renorm_stddev", "renorm_stddev_weight"]
    : ["moving_stddev", "renorm_mean", "renorm_stddev"];
};

/** The lines that give the weights their values: those that the step found, or the first ones. */
export const weightLines = (plan: NumpyPlan): readonly string[] =>
  weightNames(plan).map((name) => `${name} = ${weightText(plan, name)}`);

function weightText(plan: NumpyPlan, name: string): string {
  const { call, parameterShape, subject } = plan;
  const values = call?.weights[name];
  const shape = name.endsWith("_weight") ? [] : parameterShape;
  if (values === undefined) return initialText(plan, name, shape);
  return arrayText(values, shape, { dtype: "dtype", write: numberText(subject.config.dtype) });
}

/** Where the renorm variables of newer versions start. */
const sources: Readonly<Record<string, string>> = {
  moving_stddev: "np.sqrt(moving_variance)",
  renorm_mean: "moving_mean.copy()",
  renorm_stddev: "np.sqrt(moving_variance)",
};

function initialText(plan: NumpyPlan, name: string, shape: readonly number[]): string {
  const size = shape.length === 1 ? String(shape[0]) : pythonTuple(shape);
  if (plan.renorm === "weighted" && name.startsWith("renorm_")) return `np.zeros(${size}, dtype)`;
  const source = sources[name];
  if (source !== undefined) return source;
  const { config, profile } = plan.subject;
  const argument = initializerNames.find((initializer) => weightOf(initializer) === name);
  const law = argument === undefined ? null : lawOf(config[argument], shape, profile);
  return law === null
    ? `np.zeros(${size}, dtype)  # ${argument ?? name}: yours to fill`
    : `${lawText(law, shape, size)}  # ${argument ?? name}`;
}

function lawText(law: Law, shape: readonly number[], size: string): string {
  switch (law.kind) {
    case "constant":
      return arrayText(new Float64Array(product(shape)).fill(law.value), shape, {
        dtype: "dtype",
        write: (value) => pythonNumber(value, "np"),
      });
    case "list":
      return `np.resize(np.array([${law.values.map((value) => pythonNumber(value)).join(", ")}], dtype), ${size})`;
    case "normal":
      return `rng.normal(${pythonNumber(law.mean)}, ${pythonNumber(law.stddev)}, ${size}).astype(dtype)`;
    case "truncated":
      return `truncated_normal(${pythonNumber(law.mean)}, ${pythonNumber(law.stddev)}, ${size}).astype(dtype)`;
    case "uniform":
      return `rng.uniform(${pythonNumber(law.low)}, ${pythonNumber(law.high)}, ${size}).astype(dtype)`;
  }
}

/** What the first values need: numbers drawn again while they are beyond two deviations. */
export const truncatedHelper = `def truncated_normal(mean, stddev, shape):
    """Numbers beyond two deviations are drawn again."""
    numbers = rng.standard_normal(shape)
    while np.any(np.abs(numbers) > 2):
        numbers = np.where(np.abs(numbers) > 2, rng.standard_normal(shape), numbers)
    return mean + stddev * numbers`;
