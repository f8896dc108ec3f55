import { describe, expect, it } from "vitest";
import { bitsOf, float32, stateOf } from "../support/tensors";
import { fit } from "./support/fit";
import { layerIn, tensorOf } from "./support/layers";
import { meanSquaredError, normalization, predict, trainOnBatch } from "./support/model";
import { largestError, uniform } from "./support/numbers";
import { allProfiles, v2Profiles } from "./support/profiles";

const data = (rows: number, columns: number, seed: number) =>
  tensorOf([rows, columns], uniform([rows, columns], seed));

describe.each(v2Profiles)("%s", (profile) => {
  it("test_batchnorm_non_trainable_with_fit: frozen, a training step has the loss of evaluation", () => {
    const layer = layerIn(profile);
    const model = [normalization(layer)];
    fit(layer, data(100, 3, 1), data(100, 3, 2));
    const [x, target] = [data(10, 3, 3), data(10, 3, 4)];
    const lossOf = meanSquaredError(target.data);
    const evaluated = lossOf(predict(model, x)).value;
    layer.trainable = false;
    const before = stateOf(layer);
    // Seven decimal places.
    expect(trainOnBatch(model, x, lossOf)).toBeAllClose(evaluated, { absolute: 5e-8 });
    expect(stateOf(layer)).toEqual(before);
  });

  it("test_batchnorm_non_trainable_with_tf_function: the same with steps written by hand", () => {
    const layer = layerIn(profile);
    const model = [normalization(layer)];
    const lossOf = meanSquaredError(data(20, 3, 2).data);
    for (let step = 0; step < 10; step++) trainOnBatch(model, data(20, 3, 1), lossOf);
    const [x, target] = [data(10, 3, 3), data(10, 3, 4)];
    const testLoss = meanSquaredError(target.data);
    const evaluated = testLoss(predict(model, x)).value;
    layer.trainable = false;
    expect(trainOnBatch(model, x, testLoss)).toBeAllClose(evaluated, { absolute: 5e-8 });
    layer.trainable = true;
    expect(Math.abs(trainOnBatch(model, x, testLoss) - evaluated)).toBeGreaterThan(1e-3);
  });
});

/** The test is younger than 1.4, where update operations of a frozen layer were still run by hand-written loops. */
describe.each(allProfiles.filter((profile) => profile !== "tf-1.4"))("%s", (profile) => {
  it("test_that_trainable_disables_updates: frozen, training leaves predictions alone within 1e-7", () => {
    const layer = layerIn(profile);
    const model = [normalization(layer)];
    const [x, target] = [data(10, 4, 1), data(10, 4, 2)];
    layer.build([null, 4]);
    const changeByTraining = (): number => {
      const before = predict(model, x);
      trainOnBatch(model, x, meanSquaredError(target.data));
      return largestError(predict(model, x).data, before.data);
    };
    layer.trainable = false;
    expect(layer.trainableWeights).toEqual([]);
    expect(changeByTraining()).toBeLessThan(1e-7);
    layer.trainable = true;
    expect(changeByTraining()).toBeGreaterThan(1e-5);
    layer.trainable = false;
    expect(changeByTraining()).toBeLessThan(1e-7);
  });
});

it.each(allProfiles)(
  "test_batchnorm_trainable: %s: training normalizes with the batch's statistics, within 1e-3",
  (profile) => {
    const layer = layerIn(profile);
    layer.build([null, 1]);
    layer.setWeights([1, 0, 0.5, 100].map((value) => float32([1], [value])));
    const column = Array.from({ length: 10 }, (_, i) => i);
    const x = tensorOf([10, 1], column);
    const expected = column.map((value) => (value - 4.5) / Math.sqrt(8.25));
    expect(layer.call(x, { training: true }).data).toBeAllClose(expected, { absolute: 1e-3 });
    layer.setWeights([1, 0, 0.5, 100].map((value) => float32([1], [value])));
    const inference = column.map((value) => (value - 0.5) / 10);
    expect(layer.call(x).data).toBeAllClose(inference, { absolute: 1e-3 });
    expect(bitsOf(layer.call(x))).toBe(bitsOf(layer.call(x, { training: false })));
  },
);
