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

/** The lines that give the weights the values that the call found. */
export const weightLines = (plan: NumpyPlan): readonly string[] => {
  const { call, parameterShape, subject } = plan;
  const form = { dtype: "dtype", write: numberText(subject.config.dtype) };
  return weightNames(plan).map((name) => {
    const shape = name.endsWith("_weight") ? [] : parameterShape;
    return `${name} = ${arrayText(call.weights[name] ?? [], shape, form)}`;
  });
};
