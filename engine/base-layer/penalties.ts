import type { ResolvedRegularizer } from "../regularizers";
import type { Tensor, TensorData } from "../tensor/tensor";
import { store } from "../tensor/tensor";
import { numbersOf, numericDType } from "./symbolic";
import type { DeferredGraph, SymbolicTensor } from "./deferred";
import type { Variable } from "./variable";
import { ownName } from "./weight-values";

/** How much of a penalty on outputs counts: all of it, or its mean over the examples. */
export type ActivityPenalty = "sum" | "per example";

const scalar = (dtype: Tensor["dtype"], value: number): Tensor => ({
  shape: [],
  dtype,
  data: store(dtype, [value]),
});

const scaled = (
  gradient: Float64Array,
  dy: Tensor,
  of: Pick<Tensor, "shape" | "dtype">,
): Tensor => ({
  shape: of.shape,
  dtype: of.dtype,
  data: store(
    of.dtype,
    gradient.map((g) => g * dy.data[0]!),
  ),
});

/** The regularization loss of a variable. */
export const weightPenalty = (
  { regularizer, shape }: Pick<Variable, "regularizer" | "shape">,
  data: TensorData,
): number => regularizer?.penalty(Float64Array.from(data), shape) ?? 0;

/** The penalty on a layer's outputs. Throws what the regularizer throws for their shape. */
export function activityPenalty(
  regularizer: ResolvedRegularizer,
  { data, shape }: Tensor,
  kind: ActivityPenalty,
): number {
  const examples = kind === "sum" ? 1 : (shape[0] ?? 1);
  return regularizer.penalty(Float64Array.from(data), shape) / examples;
}

/** The regularization loss of a variable as an operation of its graph. */
export function deferredWeightPenalty(graph: DeferredGraph, variable: Variable): SymbolicTensor {
  const { dtype, shape, regularizer } = variable;
  const operation = graph.operation({
    type: "Regularizer",
    name: `${ownName(variable.name)}/Regularizer`,
    reads: [variable],
    compute: (run) => {
      const data = run.read(variable);
      return { data, loss: scalar(dtype, weightPenalty(variable, data)) };
    },
  });
  return graph.output(operation, {
    dtype,
    shape: [],
    value: ({ loss }) => loss,
    gradient: ({ data }, dy) => ({
      inputs: [],
      reads: [
        regularizer && scaled(regularizer.gradient(Float64Array.from(data), shape), dy, variable),
      ],
    }),
  });
}

/** The penalty on a layer's outputs as an operation of their graph. */
export function deferredActivityPenalty(
  regularizer: ResolvedRegularizer,
  outputs: SymbolicTensor,
  kind: ActivityPenalty,
): SymbolicTensor {
  const { graph } = outputs;
  const dtype = numericDType(outputs.dtype);
  const operation = graph.operation({
    type: "ActivityRegularizer",
    inputs: [outputs],
    compute: (run) => {
      const y = numbersOf(run.value(outputs));
      return { y, loss: scalar(dtype, activityPenalty(regularizer, y, kind)) };
    },
  });
  return graph.output(operation, {
    dtype,
    shape: [],
    value: ({ loss }) => loss,
    gradient: ({ y }, dy) => {
      const examples = kind === "sum" ? 1 : (y.shape[0] ?? 1);
      const gradient = regularizer.gradient(Float64Array.from(y.data), y.shape);
      return {
        inputs: [
          scaled(
            gradient.map((g) => g / examples),
            dy,
            y,
          ),
        ],
        reads: [],
      };
    },
  });
}
