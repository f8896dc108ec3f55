import { describe, expect, it } from "vitest";
import type { BackendId, BatchNormArguments } from "@/engine";
import type { Setting } from "../../support/settings";
import { beyond, farthest, isTensor, layerOf, toldBy } from "../../support/stories";
import type { Story } from "../../support/stories";

const unfused: readonly Setting[] = [
  { shape: [101, 17] },
  { shape: [1001, 5] },
  { shape: [303, 3], args: { virtual_batch_size: 101 } },
];
const fused: readonly Setting[] = [
  { shape: [5, 3, 7, 3] },
  { shape: [5, 3, 7, 37], args: { axis: 1 } },
];

function told(backend: BackendId, setting: Setting, args: BatchNormArguments = {}): Story {
  const given = { ...setting, args: { ...setting.args, ...args } };
  return toldBy(layerOf(given, backend), given);
}

/** How far parts of the first call of a layer are from those of an unfused float64 layer. */
function errors(backend: BackendId, setting: Setting, parts: readonly string[]): readonly number[] {
  const found = told(backend, setting);
  const exact = told("reference", setting, { dtype: "float64", fused: false });
  return parts.map((part) => {
    const [actual, expected] = [found, exact].map((story) => story.get(`call 1.${part}`));
    if (!isTensor(actual) || !isTensor(expected)) throw new Error(`There is no ${part}.`);
    return farthest(actual.data, expected.data);
  });
}

const outputs = ["outputs", "gradients.inputs", "gradients.gamma"];

describe("where the mean is 10,000 times the spread, the wasm layer is from the float64 one", () => {
  const far = (setting: Setting): Setting => ({ ...setting, centre: 1e4 });

  it.each(unfused)("unfused within 0.003, dx 0.002, dγ 0.02: %j", (setting) => {
    const [y, dx, gamma] = errors("wasm", far(setting), outputs);
    expect(y).toBeLessThan(0.003);
    expect(dx).toBeLessThan(0.002);
    expect(gamma).toBeLessThan(0.02);
  });

  it.each(fused)("fused within 0.0007, dx 0.0001, dγ 0.001: %j", (setting) => {
    const [y, dx, gamma] = errors("wasm", far(setting), outputs);
    expect(y).toBeLessThan(0.0007);
    expect(dx).toBeLessThan(0.0001);
    expect(gamma).toBeLessThan(0.001);
  });

  const all = [...unfused, ...fused];

  it.each(all)("at most twice as far as the reference, in moments and outputs: %j", (setting) => {
    const parts = ["batch.mean", "batch.variance", "outputs", "normalized"];
    const [found, reference] = (["wasm", "reference"] as const).map((backend) =>
      errors(backend, far(setting), parts),
    );
    expect(found!.filter((error, i) => error > 2 * reference![i]!)).toEqual([]);
  });

  it.each(all)("near enough to agree with the reference within 0.05: %j", (setting) => {
    expect(beyond(0.05, told("wasm", far(setting)), told("reference", far(setting)))).toEqual([]);
  });
});

it.each([...unfused, ...fused])(
  "where the mean is a million times the spread, its moments are those of float64 within 6e-8, the variance 0.002: %j",
  (setting) => {
    const far = { ...setting, centre: 1e6 };
    const [mean, variance] = errors("wasm", far, ["batch.mean", "batch.variance"]);
    expect(mean).toBeLessThan(6e-8);
    expect(variance).toBeLessThan(0.002);
  },
);
