import type { BatchNormalization, Tensor } from "@/engine";
import { permutation } from "@/engine/random/distributions";
import { generatorFor } from "@/engine/random/generator";
import { tensorOf } from "./layers";
import { meanSquaredError, normalization, trainOnBatch } from "./model";
import { sizeOf } from "./numbers";

/** Some examples of a tensor, in the given order. */
function examples({ shape, data }: Tensor, order: Uint32Array): Tensor {
  const size = sizeOf(shape.slice(1));
  const values = new Float64Array(order.length * size);
  order.forEach((example, i) =>
    values.set(data.subarray(example * size, (example + 1) * size), i * size),
  );
  return tensorOf([order.length, ...shape.slice(1)], values, "float64");
}

/**
 * Trains a model of one layer as Keras's `fit` does by default: mean squared error, gradient descent with rate 0.01,
 * batches of 32 examples, drawn in a new order in each epoch, the last batch smaller.
 */
export function fit(
  layer: BatchNormalization,
  x: Tensor,
  target: Tensor,
  { epochs = 1, batchSize = 32, seed = 1 } = {},
): void {
  const model = [normalization(layer)];
  const count = x.shape[0]!;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = permutation(generatorFor(seed, epoch), count);
    for (let start = 0; start < count; start += batchSize) {
      const batch = order.subarray(start, start + batchSize);
      trainOnBatch(model, examples(x, batch), meanSquaredError(examples(target, batch).data));
    }
  }
}
