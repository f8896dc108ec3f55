import { sgd } from "@/engine";
import type { BatchNormalization, DType, ParameterGradients, Tensor } from "@/engine";
import { convolutionGradients, convolved, onesKernel } from "./convolution";
import { tensorOf } from "./layers";

/** The layers around Batch Normalization in TensorFlow's tests, in float64, with their gradients. */

export interface Block {
  /** The outputs; in training mode it remembers what `backward` needs. */
  forward(x: Tensor, training: boolean): Tensor;
  /** The gradient by the inputs of the last call; remembers those by the block's own weights. */
  backward(dy: Tensor): Tensor;
  /** One step of gradient descent. */
  step(rate: number): void;
}

/** Batch Normalization as part of a model; its inputs are cast to its own dtype. */
export function normalization(layer: BatchNormalization): Block {
  let backward: ((dy: Tensor) => Tensor) | undefined;
  let gradients: ParameterGradients = {};
  return {
    forward(x, training) {
      const trace = layer.trace(tensorOf(x.shape, x.data, layer.dtype), { training });
      backward = (dy) => {
        const { inputs, ...parameters } = trace.vjp(dy);
        gradients = parameters;
        return inputs;
      };
      return trace.outputs;
    },
    backward: (dy) => backward!(dy),
    step: (rate) => sgd({ learning_rate: rate }).step(layer, gradients),
  };
}

/** y = x·K + b with a kernel of ones and a bias of zeros, or none. */
export function dense(
  inputs: number,
  units: number,
  useBias: boolean,
): Block & {
  readonly kernel: Float64Array;
} {
  const kernel = new Float64Array(inputs * units).fill(1);
  const bias = new Float64Array(units);
  const gradient = { kernel: kernel.slice(), bias: bias.slice() };
  let last: Tensor | undefined;
  return {
    kernel,
    forward(x) {
      last = x;
      const rows = x.data.length / inputs;
      const y = Float64Array.from({ length: rows * units }, (_, i) => {
        const [row, unit] = [Math.floor(i / units), i % units];
        let sum = bias[unit]!;
        for (let k = 0; k < inputs; k++)
          sum += x.data[row * inputs + k]! * kernel[k * units + unit]!;
        return sum;
      });
      return tensorOf([rows, units], y, "float64");
    },
    backward(dy) {
      const x = last!;
      gradient.kernel.fill(0);
      gradient.bias.fill(0);
      const dx = new Float64Array(x.data.length);
      dy.data.forEach((g, i) => {
        const [row, unit] = [Math.floor(i / units), i % units];
        gradient.bias[unit]! += g;
        for (let k = 0; k < inputs; k++) {
          gradient.kernel[k * units + unit]! += g * x.data[row * inputs + k]!;
          dx[row * inputs + k]! += g * kernel[k * units + unit]!;
        }
      });
      return tensorOf(x.shape, dx, "float64");
    },
    step(rate) {
      kernel.forEach((value, i) => (kernel[i] = value - rate * gradient.kernel[i]!));
      if (useBias) bias.forEach((value, i) => (bias[i] = value - rate * gradient.bias[i]!));
    },
  };
}

export interface Convolution extends Block {
  /** In the order height, width, input channel, filter. */
  kernel: Tensor;
}

/** A convolution with a square kernel of ones; kernel and outputs are kept in `dtype`. */
export function convolution(
  [size, channels, filters]: readonly [size: number, channels: number, filters: number],
  dtype: DType = "float64",
): Convolution {
  let last: Tensor | undefined;
  let gradient = new Float64Array();
  return {
    kernel: onesKernel([size, size, channels, filters], dtype),
    forward(x) {
      last = x;
      return convolved(x, this.kernel);
    },
    backward(dy) {
      const gradients = convolutionGradients(last!, this.kernel, dy);
      gradient = gradients.kernel;
      return tensorOf(last!.shape, gradients.inputs, "float64");
    },
    step(rate) {
      const moved = Float64Array.from(this.kernel.data, (w, k) => w - rate * gradient[k]!);
      this.kernel = tensorOf(this.kernel.shape, moved, dtype);
    },
  };
}

/** One row per example. */
export function flatten(): Block {
  let shape: readonly number[] = [];
  return {
    forward(x) {
      shape = x.shape;
      return tensorOf([x.shape[0]!, x.data.length / x.shape[0]!], x.data, "float64");
    },
    backward: (dy) => tensorOf(shape, dy.data, "float64"),
    step: () => undefined,
  };
}

export interface Loss {
  readonly value: number;
  /** The gradient by the outputs. */
  readonly slope: Tensor;
}

export type LossOf = (outputs: Tensor) => Loss;

/** The mean of (y − target)². */
export const meanSquaredError =
  (target: ArrayLike<number>): LossOf =>
  ({ shape, data }) => {
    const distances = Float64Array.from(data, (y, i) => y - target[i]!);
    return {
      value: distances.reduce((sum, distance) => sum + distance ** 2, 0) / data.length,
      slope: tensorOf(
        shape,
        distances.map((distance) => (2 * distance) / data.length),
        "float64",
      ),
    };
  };

/** Σ|y|. */
export const absoluteSum: LossOf = ({ shape, data }) => ({
  value: Array.from(data, Math.abs).reduce((sum, size) => sum + size, 0),
  slope: tensorOf(shape, Float64Array.from(data, Math.sign), "float64"),
});

export const predict = (blocks: readonly Block[], x: Tensor, training = false): Tensor =>
  blocks.reduce((values, block) => block.forward(values, training), x);

/** One step of gradient descent on one batch; returns the loss before it. */
export function trainOnBatch(
  blocks: readonly Block[],
  x: Tensor,
  lossOf: LossOf,
  { rate = 0.01, training = true }: { readonly rate?: number; readonly training?: boolean } = {},
): number {
  const { value, slope } = lossOf(predict(blocks, x, training));
  blocks.reduceRight((dy, block) => block.backward(dy), slope);
  for (const block of blocks) block.step(rate);
  return value;
}
