import { describe, expect, it } from "vitest";
import type { BatchNormalization, Tensor } from "@/engine";
import { imageShape } from "../support/convolution-model";
import type { ConvolutionModel, ModelMaker } from "../support/convolution-model";
import { assignNumbers, tensorOf } from "../support/layers";
import { uniform } from "../support/numbers";
import { bessel } from "../support/reference";

const momentum = 0.99;
const imageOf = (seed: number): Tensor => tensorOf(imageShape, uniform(imageShape, seed));
const images = [1, 2].map(imageOf);

const numbersOf = (model: ConvolutionModel): number[][] =>
  model.variables().map(({ data }) => Array.from(data));

/** Takes Bessel's correction back out of the variance that the last training call stored. */
function undoBessel(layer: BatchNormalization, before: Tensor, samples: number): void {
  const after = layer.getWeights()[3]!;
  assignNumbers(layer, {
    moving_variance: Float64Array.from(after.data, (value, c) => {
      const kept = momentum * before.data[c]!;
      return kept + (value - kept) / bessel(samples);
    }),
  });
}

/** Two training steps; without Bessel's correction, as TensorFlow's tests train. */
function train(model: ConvolutionModel, frozen: boolean): void {
  for (const image of images) {
    const before = model.layer.getWeights()[3]!;
    model.train(image, !frozen);
    if (!frozen && model.layer.fused === true) undoBessel(model.layer, before, 2 * 2 * 3);
  }
}

/** TensorFlow's tests that one implementation goes on from the other's checkpoint, for models of any kind. */
export function checkpointsSuite(make: ModelMaker): void {
  const modelWith = (fused: boolean, checkpoint?: readonly Tensor[]): ConvolutionModel => {
    const model = make({ fused, momentum });
    if (checkpoint !== undefined) model.restore(checkpoint);
    return model;
  };
  const trained = (fused: boolean, frozen: boolean): readonly Tensor[] => {
    const model = modelWith(fused);
    train(model, frozen);
    return model.variables();
  };

  describe.each([
    { test: "testCheckpointFusedCPUAndFusedGPU", fused: [true, true] },
    { test: "testCheckpointFusedCPUAndFusedCPU", fused: [true, true] },
    { test: "testCheckpointFusedGPUAndFusedGPU", fused: [true, true] },
    { test: "testCheckpointNonFusedCPUAndNonFusedGPU", fused: [false, false] },
    { test: "testCheckpointNonFusedCPUAndNonFusedCPU", fused: [false, false] },
    { test: "testCheckpointNonFusedGPUAndNonFusedGPU", fused: [false, false] },
    { test: "testCheckpointNonFusedGPUAndFusedGPU", fused: [false, true] },
    { test: "testCheckpointNonFusedGPUAndFusedCPU", fused: [false, true] },
    { test: "testCheckpointNonFusedCPUAndFusedCPU", fused: [false, true] },
  ])("$test", ({ fused: [first, second] }) => {
    it.each([false, true])(
      "fused and non-fused go on from it alike but for Bessel's correction, within 1e-6 (frozen: %s)",
      (frozen) => {
        const checkpoints = [trained(first!, frozen), trained(second!, frozen)];
        const models = [true, false].map((fused, i) => modelWith(fused, checkpoints[i]));
        expect(models.map(({ layer }) => layer.fused)).toEqual([true, false]);
        for (const model of models) train(model, frozen);
        const [fused, plain] = models.map(numbersOf);
        expect(fused!.length).toBe(5);
        expect(fused).toBeAllClose(plain!, { absolute: 1e-6, relative: 1e-6 });

        const losses = [true, false].map((runsFused, i) =>
          modelWith(runsFused, checkpoints[i]).loss(imageOf(3)),
        );
        expect(losses[0]).toBeAllClose(losses[1]!, { absolute: 1e-6, relative: 1e-6 });
      },
    );
  });

  it("testCheckpointNonFusedCPUAndFusedCPU with the correction left in: only the moving variance differs", () => {
    const models = [true, false].map((fused) => modelWith(fused));
    for (const model of models) model.train(images[0]!, true);
    const [fused, plain] = models.map(numbersOf);
    expect(fused!.slice(0, 4)).toBeAllClose(plain!.slice(0, 4), {
      absolute: 1e-6,
      relative: 1e-6,
    });
    const added = (variance: number): number => variance - momentum;
    expect(fused![4]!.map(added)).toBeAllClose(
      plain![4]!.map((variance) => added(variance) * bessel(12)),
      { absolute: 1e-6 },
    );
  });
}
