import { describe, expect, it } from "vitest";
import type { BatchNormalization, ProfileId, Tensor } from "@/engine";
import { bessel } from "./support/reference";
import { assignNumbers, layerIn, tensorOf } from "./support/layers";
import { absoluteSum, convolution, normalization, predict, trainOnBatch } from "./support/model";
import type { Block, Convolution } from "./support/model";
import { uniform } from "./support/numbers";
import { v1Profiles } from "./support/profiles";

const shape = [2, 4, 5, 3];
const images = [1, 2].map((seed) => tensorOf(shape, uniform(shape, seed)));
const momentum = 0.99;

interface Model {
  readonly conv: Convolution;
  readonly layer: BatchNormalization;
  readonly blocks: readonly Block[];
}

function modelWith(profile: ProfileId, fused: boolean, weights?: readonly Tensor[]): Model {
  const layer = layerIn(profile, { fused, momentum });
  const conv = convolution([3, 3, 2], "float32");
  layer.build([2, 2, 3, 2]);
  if (weights !== undefined) {
    conv.kernel = weights[0]!;
    layer.setWeights(weights.slice(1));
  }
  return { conv, layer, blocks: [conv, normalization(layer)] };
}

const variablesOf = ({ conv, layer }: Model): Tensor[] => [conv.kernel, ...layer.getWeights()];

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
function train(model: Model, frozen: boolean): void {
  for (const image of images) {
    const before = model.layer.getWeights()[3]!;
    trainOnBatch(model.blocks, image, absoluteSum, { training: !frozen });
    if (!frozen && model.layer.fused === true) undoBessel(model.layer, before, 2 * 2 * 3);
  }
}

describe.each(v1Profiles)("%s", (profile) => {
  const trained = (fused: boolean, frozen: boolean): readonly Tensor[] => {
    const model = modelWith(profile, fused);
    train(model, frozen);
    return variablesOf(model);
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
        const models = [true, false].map((fused, i) => modelWith(profile, fused, checkpoints[i]));
        expect(models.map(({ layer }) => layer.fused)).toEqual([true, false]);
        for (const model of models) train(model, frozen);
        const [fused, plain] = models.map((model) =>
          variablesOf(model).map(({ data }) => Array.from(data)),
        );
        expect(fused!.length).toBe(5);
        expect(fused).toBeAllClose(plain!, { absolute: 1e-6, relative: 1e-6 });

        const image = tensorOf(shape, uniform(shape, 3));
        const losses = [true, false].map(
          (runsFused, i) =>
            absoluteSum(predict(modelWith(profile, runsFused, checkpoints[i]).blocks, image)).value,
        );
        expect(losses[0]).toBeAllClose(losses[1]!, { absolute: 1e-6, relative: 1e-6 });
      },
    );
  });

  it("testCheckpointNonFusedCPUAndFusedCPU with the correction left in: only the moving variance differs", () => {
    const models = [true, false].map((fused) => modelWith(profile, fused));
    for (const { blocks } of models) trainOnBatch(blocks, images[0]!, absoluteSum);
    const [fused, plain] = models.map((model) =>
      variablesOf(model).map(({ data }) => Array.from(data)),
    );
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
});
