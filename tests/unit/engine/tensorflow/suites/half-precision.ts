import { expect, it } from "vitest";
import type { DType } from "@/engine";
import { imageShape } from "../support/convolution-model";
import type { ModelMaker } from "../support/convolution-model";
import { tensorOf } from "../support/layers";
import { uniform } from "../support/numbers";

/** Two steps, a copy of the weights, two steps more on the same batches; the loss is of the copy, at inference. */
function trainAndInfer(
  make: ModelMaker,
  dtype: DType,
): { readonly variables: number[][]; readonly loss: number } {
  const images = [1, 2].map((seed) => tensorOf(imageShape, uniform(imageShape, seed), dtype));
  const [model, copy] = [make({ fused: true, dtype }), make({ fused: true, dtype })];
  const trainTwice = (): void => {
    for (const image of images) model.train(image, true);
  };
  trainTwice();
  copy.restore(model.variables());
  trainTwice();
  return {
    variables: model.variables().map(({ data }) => Array.from(data)),
    loss: copy.loss(images[0]!),
  };
}

/** TensorFlow's test of float16, for models of any kind. */
export function halfPrecisionSuite(make: ModelMaker): void {
  it("testHalfPrecision: in float16 5 variables and the loss are those of float32, within 1e-3", () => {
    const [half, single] = [trainAndInfer(make, "float16"), trainAndInfer(make, "float32")];
    const close = { relative: 1e-3, absolute: 1e-3 };
    expect(half.variables.length).toBe(5);
    expect(half.variables).toBeAllClose(single.variables, close);
    expect(half.loss).toBeAllClose(single.loss, close);
  });
}
