import { describe, expect, it } from "vitest";
import type { BackendId } from "@/engine";
import { settings } from "../../support/settings";
import type { Setting } from "../../support/settings";
import { beyond, layerOf, numbers, storyOf, toldBy } from "../../support/stories";
import type { Story } from "../../support/stories";

const told = (backend: BackendId, setting: Setting): Story =>
  toldBy(layerOf(setting, backend), setting);

/** The parts of the wasm layer's story that are not the reference's. */
const apart = (bound: number, setting: Setting): readonly string[] =>
  beyond(bound, told("wasm", setting), told("reference", setting));

describe("what a layer tells of training and inference is the same on both backends", () => {
  it.each(settings)("within 1e-6: %s", (_, setting) => {
    expect(apart(1e-6, setting)).toEqual([]);
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
  const toldOfInference = (backend: BackendId, setting: Setting) => {
    const layer = layerOf(setting, backend);
    const { shape } = layer.trace(numbers(setting.shape, 1)).used.mean;
    layer.assign({ moving_mean: numbers(shape, 5), moving_variance: numbers(shape, 6, 1.5) });
    const trace = layer.trace(numbers(setting.shape, 1));
    const gradients = trace.vjp(numbers(setting.shape, 2));
    return {
      trace: storyOf("trace", trace, {} as never),
      gradients: storyOf("", {} as never, gradients),
    };
  };

  it.each(settings)("is the same bit for bit, its gradients within 3e-6: %s", (_, setting) => {
    const [found, expected] = (["wasm", "reference"] as const).map((backend) =>
      toldOfInference(backend, setting),
    );
    expect(beyond(0, found!.trace, expected!.trace)).toEqual([]);
    expect(beyond(3e-6, found!.gradients, expected!.gradients)).toEqual([]);
  });
});
