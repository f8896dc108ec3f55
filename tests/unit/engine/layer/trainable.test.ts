import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { refusedBy } from "../support/refused";
import { bitsOf, float32, stateOf } from "../support/tensors";

const x = float32([3, 2], [1, 20, 2, 40, 6, 30]);

function trained(trainable = true): BatchNormalization {
  const layer = new BatchNormalization({ trainable, momentum: 0.5 });
  layer.call(x, { training: true });
  return layer;
}

describe("a frozen layer (trainable false)", () => {
  it("uses the moving statistics although training is true, and updates nothing", () => {
    const layer = trained();
    const inference = layer.call(x, { training: false });
    layer.trainable = false;
    const before = stateOf(layer);
    const { outputs, mode, batch } = layer.trace(x, { training: true });
    expect(mode).toBe("inference");
    expect(batch).toBeNull();
    expect(bitsOf(outputs)).toBe(bitsOf(inference));
    expect(stateOf(layer)).toEqual(before);
  });

  it("frozen from the start keeps its initial weights", () => {
    const layer = trained(false);
    expect(layer.getWeights().map((weight) => Array.from(weight.data))).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
  });

  it("lists every weight as not trainable, in the same order", () => {
    const layer = trained();
    const names = layer.weights.map(({ name }) => name);
    layer.trainable = false;
    expect(layer.trainableWeights).toEqual([]);
    expect(layer.nonTrainableWeights.map(({ name }) => name)).toEqual(names);
    // A variable stays what it was made as; which of them train is the layer's to say.
    expect(layer.weights.map(({ trainable }) => trainable)).toEqual([true, true, false, false]);
    expect(layer.countParams()).toBe(8);
  });

  it("trains as if never frozen once trainable is true again", () => {
    const [layer, twin] = [trained(), trained()];
    layer.trainable = false;
    layer.call(x, { training: true });
    layer.trainable = true;
    const outputs = [layer, twin].map((each) => bitsOf(each.call(x, { training: true })));
    expect(outputs[0]).toBe(outputs[1]);
    expect(stateOf(layer)).toEqual(stateOf(twin));
    expect(layer.trainableWeights.length).toBe(2);
  });
});

it("trainable takes 0 and 1 as Python does, and refuses other values, keeping the old one", () => {
  const layer = new BatchNormalization();
  layer.trainable = 0 as never;
  expect(layer.trainable).toBe(false);
  expect(
    refusedBy(() => {
      layer.trainable = "yes" as never;
    }),
  ).toEqual({
    code: "argument",
    kind: "TypeError",
    message: 'trainable must be true or false. Received: trainable="yes"',
  });
  expect(layer.trainable).toBe(false);
  expect(layer.getConfig()["trainable"]).toBe(false);
});
