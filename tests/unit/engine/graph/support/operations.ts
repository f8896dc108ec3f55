import type { DType, Tensor, Variable } from "@/engine";
import type { SymbolicTensor } from "@/engine/graph";
import {
  convolutionGradients,
  convolved,
  convolvedShape,
} from "../../tensorflow/support/convolution";
import { tensorOf } from "../../tensorflow/support/layers";
import type { LossOf } from "../../tensorflow/support/model";

/** A symbolic tensor's value in a run as numbers. */
export const numbersIn = (value: Tensor | boolean): Tensor =>
  typeof value === "boolean" ? tensorOf([], [Number(value)]) : value;

/** A convolution of images of a known shape with a variable. */
export function convolutionOf(images: SymbolicTensor, kernel: Variable): SymbolicTensor {
  const { graph } = images;
  const operation = graph.operation({
    type: "Conv2D",
    inputs: [images],
    reads: [kernel],
    compute: (run) => {
      const { shape, dtype } = kernel;
      const filters = { shape, dtype, data: run.read(kernel) };
      const x = numbersIn(run.value(images));
      return { x, filters, outputs: convolved(x, filters) };
    },
  });
  return graph.output(operation, {
    dtype: kernel.dtype,
    shape: convolvedShape(images.shape as readonly number[], kernel.shape),
    value: ({ outputs }) => outputs,
    gradient: ({ x, filters }, dy) => {
      const gradients = convolutionGradients(x, filters, dy);
      return {
        inputs: [tensorOf(x.shape, gradients.inputs, "float64")],
        reads: [tensorOf(filters.shape, gradients.kernel, "float64")],
      };
    },
  });
}

/** A loss that a function makes of a tensor, as a scalar. */
export function lossOf(
  outputs: SymbolicTensor,
  loss: LossOf,
  dtype: DType = "float32",
): SymbolicTensor {
  const { graph } = outputs;
  const operation = graph.operation({
    type: "Loss",
    inputs: [outputs],
    compute: (run) => loss(numbersIn(run.value(outputs))),
  });
  return graph.output(operation, {
    dtype,
    shape: [],
    value: ({ value }) => tensorOf([], [value], dtype),
    gradient: ({ slope }, dy) => {
      const scaled = Float64Array.from(slope.data, (each) => each * dy.data[0]!);
      return { inputs: [tensorOf(slope.shape, scaled, "float64")], reads: [] };
    },
  });
}

/** Σ tensor·weights: what passes back to the tensor is the weights. */
export const weightedSum = (outputs: SymbolicTensor, weights: Tensor): SymbolicTensor =>
  lossOf(
    outputs,
    ({ data }) => ({
      value: Array.from(data).reduce((sum, y, i) => sum + y * weights.data[i]!, 0),
      slope: weights,
    }),
    "float64",
  );
