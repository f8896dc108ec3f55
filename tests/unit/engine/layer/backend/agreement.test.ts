import { describe, expect, it } from "vitest";
import type { BackendId } from "@/engine";
import { settings } from "../../support/settings";
import type { Setting } from "../../support/settings";
import { beyond, layerOf, numbers, storyOf, toldBy } from "../../support/stories";
import type { Story } from "../../support/stories";
import { bitsOf, stateOf } from "../../support/tensors";

const backends: readonly BackendId[] = ["wasm", "reference"];

/** The parts of the wasm layer's story that are not the reference's. */
function apart(bound: number, setting: Setting): readonly string[] {
  const [found, expected] = backends.map((backend) => toldBy(layerOf(setting, backend), setting));
  return beyond(bound, found!, expected!);
}

it.each(settings)("%s: fused, or not, as its name says", (name, setting) => {
  const isFused =
    name.startsWith("fused") || name.startsWith("neither") || name.endsWith("of images");
  expect(layerOf(setting, "wasm").fused).toBe(isFused);
});

describe("what a layer tells of training and inference is the same on both backends", () => {
  it.each(settings)("within 2e-6: %s", (_, setting) => {
    expect(apart(2e-6, setting)).toEqual([]);
  });

  it.each<readonly [string, Setting]>([
    ["1001 rows", { shape: [1001, 5] }],
    ["5001 rows of one channel", { shape: [5001, 1] }],
    ["1287 pixels, channels first", { shape: [9, 1, 13, 11], args: { axis: 1 } }],
    ["6180 pixels, channels first", { shape: [3, 1, 2, 1030], args: { axis: 1 } }],
  ])("within 2e-5 for thousands of elements per channel: %s", (_, setting) => {
    expect(apart(2e-5, setting)).toEqual([]);
  });

  it.each(settings.filter(([name]) => /^a mask|^a frozen layer$|^an empty batch/.test(name)))(
    "bit for bit where the batch is weighted, empty or not normalized with: %s",
    (_, setting) => {
      expect(apart(0, setting)).toEqual([]);
    },
  );
});

describe("inference with equal weights", () => {
  function toldOf({ shape, ...rest }: Setting, backend: BackendId): readonly [Story, Story] {
    const layer = layerOf({ shape, ...rest }, backend);
    const perChannel = layer.trace(numbers(shape, 1)).used.mean.shape;
    layer.assign({
      moving_mean: numbers(perChannel, 5),
      moving_variance: numbers(perChannel, 6, 1.5),
    });
    const trace = layer.trace(numbers(shape, 1));
    return [storyOf("trace", trace), storyOf("gradients", trace.vjp(numbers(shape, 2)))];
  }

  it.each(settings)("is the same bit for bit, its gradients within 3e-6: %s", (_, setting) => {
    const [found, expected] = backends.map((backend) => toldOf(setting, backend));
    expect(beyond(0, found![0], expected![0])).toEqual([]);
    expect(beyond(3e-6, found![1], expected![1])).toEqual([]);
  });
});

it.each(settings)("call does what trace does on wasm, bit for bit: %s", (_, setting) => {
  const [layer, twin] = [layerOf(setting, "wasm"), layerOf(setting, "wasm")];
  for (const step of [1, 2, 3]) {
    const options = step < 3 ? { ...setting.call, training: true } : {};
    const inputs = numbers(setting.shape, step);
    const { outputs } = twin.trace(inputs, options);
    expect(bitsOf(layer.call(inputs, options))).toBe(bitsOf(outputs));
    expect(stateOf(layer)).toEqual(stateOf(twin));
  }
});
