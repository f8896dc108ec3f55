import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import type { Adjustment, AdjustmentFunction } from "@/engine";
import { adjustmentFor } from "@/engine/layer/adjustment";
import { refusedBy } from "../support/refused";
import { float64, stateOf, uniformNumbers } from "../support/tensors";

const shape = [4, 3];
const x = float64(shape, uniformNumbers(shape, -2, 5));
const close = { relative: 1e-12, absolute: 1e-12 };
const layerWith = (adjustment: Adjustment, seed = 0): BatchNormalization =>
  new BatchNormalization({ adjustment, dtype: "float64" }, { seed });

describe("the scale and bias of an adjustment", () => {
  it("may be numbers, nested lists or tensors, and are kept in float64 as they were given", () => {
    const applied = adjustmentFor(() => [2, [[1], [2]]], [2, 3], []);
    expect(applied.scale).toEqual(float64([], [2]));
    expect(applied.bias).toEqual(float64([2, 1], [1, 2]));
    const given = { shape: [3], data: [1, 2, 3] };
    expect(adjustmentFor(() => [tensor([7]), given], [2, 3], [])).toEqual({
      scale: float64([1], [7]),
      bias: float64([3], [1, 2, 3]),
    });
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "adjustment(shape)=undefined"],
    ["one number", 2, "adjustment(shape)=2"],
    ["a list of one", [1], "adjustment(shape)=[1]"],
    ["a list of three", [1, 2, 3], "adjustment(shape)=[1, 2, 3]"],
    ["a scale that is text", ["1", 0], 'scale="1"'],
    ["a bias that is null", [1, null], "bias=null"],
  ])("are refused with a TypeError when the function returns %s", (_, result, shown) => {
    const adjustment = (() => result) as unknown as AdjustmentFunction;
    expect(refusedBy(() => adjustmentFor(adjustment, [2, 3], []))).toEqual({
      code: "adjustment-result",
      kind: "TypeError",
      message: `adjustment must be a function that returns a pair of tensors, scale and bias. Received: ${shown}`,
    });
  });

  it.each<[string, readonly [number[], number], string, string]>([
    ["another size", [[1, 2], 0], "scale", "[2]"],
    ["the size of the first axis", [[1, 2, 3, 4], 0], "scale", "[4]"],
  ])("are refused with a ValueError when they have %s", (_, result, part, shown) => {
    expect(refusedBy(() => adjustmentFor(() => result, shape, []))).toEqual({
      code: "adjustment-shape",
      kind: "ValueError",
      message: `adjustment must be a function whose ${part} broadcasts to the inputs, [4, 3], aligned at the last axis. Received: ${part}.shape=${shown}`,
    });
  });

  it("are refused when only the bias does not broadcast", () => {
    const refused = refusedBy(() => adjustmentFor(() => [1, [[[0]]]], shape, []));
    expect(refused.message).toBe(
      "adjustment must be a function whose bias broadcasts to the inputs, [4, 3], aligned at the last axis. Received: bias.shape=[1, 1, 1]",
    );
  });
});

describe("an adjustment given as data", () => {
  const spreads = { scale: 0.07, bias: 0.1 };
  const drawn = (key: readonly number[], channels = 500): ReturnType<typeof adjustmentFor> =>
    adjustmentFor(spreads, [2, channels], key);

  it("draws scale from 1 ± 0.07 and bias from ± 0.1 for each position of the last axis", () => {
    const { scale, bias } = drawn([1, 0]);
    expect([scale.shape, bias.shape]).toEqual([[500], [500]]);
    const distances = [
      [...scale.data].map((value) => Math.abs(value - 1) / 0.07),
      [...bias.data].map((value) => Math.abs(value) / 0.1),
    ];
    for (const each of distances) {
      expect(Math.max(...each)).toBeLessThanOrEqual(1 + 1e-12);
      expect(Math.max(...each)).toBeGreaterThan(0.98);
      const average = each.reduce((sum, value) => sum + value, 0) / 500;
      expect(average).toBeAllClose(0.5, { absolute: 0.06 });
    }
  });

  it("per example draws one of each for every example, in the shape that broadcasts to the rest", () => {
    const perExample = { ...spreads, per: "example" } as const;
    const { scale, bias } = adjustmentFor(perExample, [5, 2, 3], [1, 0]);
    expect([scale.shape, bias.shape]).toEqual([
      [5, 1, 1],
      [5, 1, 1],
    ]);
    expect(new Set([...scale.data, ...bias.data]).size).toBe(10);
    for (const value of scale.data) expect(Math.abs(value - 1)).toBeLessThanOrEqual(0.07 + 1e-12);
    for (const value of bias.data) expect(Math.abs(value)).toBeLessThanOrEqual(0.1);
    const layer = layerWith(perExample);
    const { adjustment, normalized, outputs } = layer.trace(x, { training: true });
    const expected = Array.from(normalized.data, (u, i) => {
      const example = Math.floor(i / 3);
      return u * adjustment!.scale.data[example]! + adjustment!.bias.data[example]!;
    });
    expect(outputs.data).toBeAllClose(expected, close);
  });

  it("per feature is what it is without saying so", () => {
    expect(adjustmentFor({ ...spreads, per: "feature" }, [4, 3], [1, 0])).toEqual(
      adjustmentFor(spreads, [4, 3], [1, 0]),
    );
  });

  it("draws the same for the same key and other numbers for another", () => {
    expect(drawn([1, 0])).toEqual(drawn([1, 0]));
    expect(drawn([1, 1]).scale).not.toEqual(drawn([1, 0]).scale);
    expect(drawn([2, 0]).scale).not.toEqual(drawn([1, 0]).scale);
  });

  it("with spreads of 0 is exactly 1 and 0", () => {
    const { scale, bias } = adjustmentFor({ scale: 0, bias: 0 }, [2, 2], [3]);
    expect([...scale.data, ...bias.data]).toEqual([1, 1, 0, 0]);
  });

  it("is drawn anew at each training call of a layer, by its seed", () => {
    const scales = (seed: number): number[][] => {
      const layer = layerWith(spreads, seed);
      return [0, 1].map(() => [...layer.trace(x, { training: true }).adjustment!.scale.data]);
    };
    const [first, second] = scales(1);
    expect(first).not.toEqual(second);
    expect(scales(1)).toEqual([first, second]);
    expect(scales(2)[0]).not.toEqual(first);
  });
});

describe("a layer with an adjustment", () => {
  it("asks for it once per training call, with the inputs' shape, and never at inference", () => {
    const seen: (readonly number[])[] = [];
    const layer = layerWith((given) => {
      seen.push(given);
      return [1, 0];
    });
    layer.build(shape);
    layer.call(x);
    expect(seen).toEqual([]);
    layer.call(x, { training: true });
    layer.trace(x, { training: true }).vjp(x);
    expect(seen).toEqual([shape, shape]);
    expect(layer.trace(x).adjustment).toBeNull();
  });

  it("outputs γ·(a·x̂ + b) + β, within 1e-12, and moves its statistics as without it", () => {
    const a = [0.5, -2, 3];
    const b = [[1], [2], [3], [4]];
    const [layer, plain] = [layerWith(() => [a, b]), layerWith(null)];
    for (const each of [layer, plain]) {
      each.build(shape);
      each.assign({ gamma: float64([3], [2, 3, 4]), beta: float64([3], [-1, 0, 1]) });
    }
    const { normalized } = plain.trace(x, { training: true });
    const { outputs } = layer.trace(x, { training: true });
    const expected = [...normalized.data].map((value, i) => {
      const [row, c] = [Math.floor(i / 3), i % 3];
      return [2, 3, 4][c]! * (a[c]! * value + b[row]![0]!) + [-1, 0, 1][c]!;
    });
    expect(outputs.data).toBeAllClose(expected, close);
    expect(stateOf(layer)).toEqual(stateOf(plain));
  });

  it("aligns it at the last axis whatever axis is normalized: along axis 1 it takes (C, 1, 1)", () => {
    const images = float64([2, 3, 2, 2], uniformNumbers([2, 3, 2, 2], 0, 9));
    const along1 = (adjustment: AdjustmentFunction): BatchNormalization =>
      new BatchNormalization({ axis: 1, adjustment, dtype: "float64", epsilon: 0 });
    const { outputs, normalized } = along1(() => [[[[1]], [[2]], [[3]]], 0]).trace(images, {
      training: true,
    });
    const channel = (i: number): number => Math.floor(i / 4) % 3;
    expect(outputs.data).toBeAllClose(
      [...normalized.data].map((value, i) => value * (channel(i) + 1)),
      close,
    );
    const vector = along1(() => [[1, 2, 3], 0]);
    expect(refusedBy(() => vector.call(images, { training: true })).code).toBe("adjustment-shape");
  });

  it("applies it after renorm: γ·(a·(x̂·r + d) + b) + β, within 1e-12", () => {
    const layer = new BatchNormalization({
      renorm: true,
      adjustment: () => [3, 7],
      dtype: "float64",
      beta_initializer: "ones",
    });
    const { outputs, normalized, renorm } = layer.trace(x, { training: true });
    expect(outputs.data).toBeAllClose(
      [...normalized.data].map(
        (value, i) => 3 * (value * renorm!.r.data[i % 3]! + renorm!.d.data[i % 3]!) + 7 + 1,
      ),
      close,
    );
  });

  it("changes no weight, and builds nothing, when the function fails", () => {
    const layer = layerWith((() => [1]) as never);
    expect(refusedBy(() => layer.call(x, { training: true })).code).toBe("adjustment-result");
    expect([layer.built, layer.step]).toEqual([false, 0]);
  });

  it("cannot have ghost batches as well", () => {
    const layer = new BatchNormalization({ adjustment: () => [1, 0], virtual_batch_size: 2 });
    expect(refusedBy(() => layer.build([4, 3]))).toEqual({
      code: "virtual-batch-adjustment",
      kind: "ValueError",
      message:
        "adjustment cannot be specified when virtual_batch_size is: adjustment must be null. Received: adjustment=function adjustment, virtual_batch_size=2",
    });
  });
});
