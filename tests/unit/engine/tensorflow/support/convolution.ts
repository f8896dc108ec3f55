import type { DType, Tensor } from "@/engine";
import { tensorOf } from "./layers";
import { sizeOf } from "./numbers";

/** Convolutions of NHWC inputs with stride 1, no padding and no bias. Sums are formed in float64. */

type Shape4 = readonly [number, number, number, number];

/** The shape is height, width, input channels, filters. */
export const onesKernel = (shape: Shape4, dtype: DType): Tensor =>
  tensorOf(shape, new Float64Array(sizeOf(shape)).fill(1), dtype);

export function convolvedShape(inputs: readonly number[], kernel: readonly number[]): Shape4 {
  const [batch, height, width] = inputs as Shape4;
  const [rows, columns, , filters] = kernel as Shape4;
  return [batch, height - rows + 1, width - columns + 1, filters];
}

/** Calls `visit` for each product: the indices into inputs, kernel and outputs. */
function eachProduct(
  inputs: readonly number[],
  kernel: readonly number[],
  visit: (i: number, k: number, o: number) => void,
): void {
  const [, height, width, channels] = inputs as Shape4;
  const [, size] = kernel as Shape4;
  const [batch, rows, columns, filters] = convolvedShape(inputs, kernel);
  for (let place = 0; place < batch * rows * columns; place++) {
    const column = place % columns;
    const row = Math.floor(place / columns) % rows;
    const example = Math.floor(place / (columns * rows));
    for (let k = 0; k < sizeOf(kernel) / filters; k++) {
      const channel = k % channels;
      const dx = Math.floor(k / channels) % size;
      const dy = Math.floor(k / (channels * size));
      const pixel = (example * height + row + dy) * width + column + dx;
      for (let f = 0; f < filters; f++) {
        visit(pixel * channels + channel, k * filters + f, place * filters + f);
      }
    }
  }
}

/** The outputs, in the kernel's dtype. */
export function convolved(x: Tensor, kernel: Tensor): Tensor {
  const shape = convolvedShape(x.shape, kernel.shape);
  const sums = new Float64Array(sizeOf(shape));
  eachProduct(x.shape, kernel.shape, (i, k, o) => {
    sums[o]! += x.data[i]! * kernel.data[k]!;
  });
  return tensorOf(shape, sums, kernel.dtype);
}

/** The gradients of Σ outputs·dy by the inputs and by the kernel. */
export function convolutionGradients(
  x: Tensor,
  kernel: Tensor,
  dy: Tensor,
): { readonly inputs: Float64Array; readonly kernel: Float64Array<ArrayBuffer> } {
  const inputs = new Float64Array(x.data.length);
  const byKernel = new Float64Array(kernel.data.length);
  eachProduct(x.shape, kernel.shape, (i, k, o) => {
    byKernel[k]! += dy.data[o]! * x.data[i]!;
    inputs[i]! += dy.data[o]! * kernel.data[k]!;
  });
  return { inputs, kernel: byKernel };
}
