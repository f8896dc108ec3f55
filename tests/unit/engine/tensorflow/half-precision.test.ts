import { expect, it } from "vitest";
import type { DType, ProfileId } from "@/engine";
import { layerIn, tensorOf } from "./support/layers";
import { absoluteSum, convolution, normalization, predict, trainOnBatch } from "./support/model";
import { uniform } from "./support/numbers";
import { halfProfiles } from "./support/profiles";

const shape = [2, 4, 5, 3];

/** Two steps, a copy of the weights, two steps more on the same batches; the loss is of the copy, at inference. */
function trainAndInfer(profile: ProfileId, dtype: DType): { variables: number[][]; loss: number } {
  const layer = layerIn(profile, { fused: true, dtype });
  const conv = convolution([3, 3, 2], dtype);
  const model = [conv, normalization(layer)];
  const images = [1, 2].map((seed) => tensorOf(shape, uniform(shape, seed), dtype));
  const trainTwice = (): void => {
    for (const image of images) trainOnBatch(model, image, absoluteSum);
  };
  trainTwice();
  const loss = absoluteSum(predict(model, images[0]!)).value;
  trainTwice();
  const variables = [conv.kernel, ...layer.getWeights()].map(({ data }) => Array.from(data));
  return { variables, loss };
}

it.each(halfProfiles)(
  "testHalfPrecision: %s: in float16 5 variables and the loss are those of float32, within 1e-3",
  (profile) => {
    const [half, single] = [trainAndInfer(profile, "float16"), trainAndInfer(profile, "float32")];
    const close = { relative: 1e-3, absolute: 1e-3 };
    expect(half.variables.length).toBe(5);
    expect(half.variables).toBeAllClose(single.variables, close);
    expect(half.loss).toBeAllClose(single.loss, close);
  },
);
