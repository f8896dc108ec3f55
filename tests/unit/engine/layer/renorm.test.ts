import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import type { BatchNormArguments, ProfileId, RenormClipping } from "@/engine";
import { boundsAt } from "@/engine/layer/renorm-clipping";
import { refusedBy } from "../support/refused";
import { float64, stateOf, uniformNumbers } from "../support/tensors";

describe("the bounds at a step", () => {
  it("are the numbers and the scalar tensors of a table, and nothing for what is missing", () => {
    expect(boundsAt({ rmax: 3, dmax: 5 }, 7)).toEqual({ rmax: 3, dmax: 5 });
    expect(boundsAt({ rmin: tensor(0.5), rmax: tensor([2]) }, 7)).toEqual({ rmin: 0.5, rmax: 2 });
    expect([boundsAt(null, 0), boundsAt({}, 0)]).toEqual([{}, {}]);
    expect(Object.keys(boundsAt({ dmax: 0 }, 0))).toEqual(["dmax"]);
  });

  it("are what functions of the step make of it, each bound or the whole table", () => {
    const dmax = (step: number): number => Math.min(5, step / 10);
    expect([0, 20, 100].map((step) => boundsAt({ rmax: 3, dmax }, step))).toEqual([
      { rmax: 3, dmax: 0 },
      { rmax: 3, dmax: 2 },
      { rmax: 3, dmax: 5 },
    ]);
    expect([0, 4].map((step) => boundsAt((t) => ({ rmax: 1 + t, dmax }), step))).toEqual([
      { rmax: 1, dmax: 0 },
      { rmax: 5, dmax: 0.4 },
    ]);
  });

  it.each([
    ["5", '"5"'],
    [true, "true"],
    [null, "null"],
    [Number.NaN, "NaN"],
  ])("are refused where a function makes no number, but %j", (made, shown) => {
    expect(refusedBy(() => boundsAt({ dmax: () => made as never }, 0))).toEqual({
      code: "renorm-clipping-value",
      kind: "TypeError",
      message: `renorm_clipping must be a table whose functions return numbers. Received: renorm_clipping=${shown}`,
    });
  });

  it.each([
    [3, "3"],
    [null, "null"],
    [[1], "[1]"],
  ])("are refused where a function makes no table, but %j", (made, shown) => {
    expect(refusedBy(() => boundsAt((() => made) as never, 0))).toEqual({
      code: "renorm-clipping-value",
      kind: "TypeError",
      message: `renorm_clipping must be a function that returns a table of bounds. Received: renorm_clipping=${shown}`,
    });
  });

  it("are refused where a function makes a table with other keys", () => {
    const table = (() => ({ dmin: 1 })) as never;
    expect(refusedBy(() => boundsAt(table, 0))).toEqual({
      code: "renorm-clipping-keys",
      kind: "ValueError",
      message:
        "renorm_clipping must be a table with no keys but rmax, rmin, dmax. Received: renorm_clipping with the keys dmin",
    });
  });
});

/** One channel of mean 5 and, with ε = 0.25, deviation 1.5. */
const x = float64([2, 1], [5 - Math.SQRT2, 5 + Math.SQRT2]);
const args: BatchNormArguments = {
  renorm: true,
  dtype: "float64",
  momentum: 0.5,
  renorm_momentum: 0.75,
  epsilon: 0.25,
};
const close = { relative: 1e-14, absolute: 1e-14 };

const make = (more: BatchNormArguments = {}, profile?: ProfileId): BatchNormalization =>
  new BatchNormalization({ ...args, ...more }, { ...(profile && { profile }) });

/** The only number of each weight but gamma and beta. */
const numbersOf = (layer: BatchNormalization): Record<string, number> =>
  Object.fromEntries(
    layer.weights
      .slice(2)
      .map(({ name, value }) => [name.slice(name.lastIndexOf("/") + 1), value.data[0]!]),
  );

describe("renorm since 1.15", () => {
  it("at its first step maps x̂ to x̂·s + μ: unclipped outputs are the inputs, within 1e-14", () => {
    const { outputs, renorm } = make().trace(x, { training: true });
    expect([renorm!.r.data, renorm!.d.data]).toBeAllClose([[1.5], [5]], close);
    expect(outputs.data).toBeAllClose(x.data, close);
  });

  it("moves five averages and derives V, within 1e-14", () => {
    const layer = make();
    layer.call(x, { training: true });
    const found = numbersOf(layer);
    const expected = {
      moving_mean: 2.5,
      moving_variance: 1.25 ** 2 - 0.25,
      moving_stddev: 1.25,
      renorm_mean: 1.25,
      renorm_stddev: 1.125,
    };
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    expect(Object.values(found)).toBeAllClose(Object.values(expected), close);
  });

  it("takes r and d from before the step: the second step sees what the first left", () => {
    const layer = make();
    layer.call(x, { training: true });
    const { renorm } = layer.trace(x, { training: true });
    expect(renorm!.r.data).toBeAllClose([1.5 / 1.125], close);
    expect(renorm!.d.data).toBeAllClose([(5 - 1.25) / 1.125], close);
  });

  it("with equal momenta and no clipping trains as the state before the step infers, within 1e-12", () => {
    const layer = make({ renorm_momentum: 0.5, epsilon: 1e-3 });
    // The initial V = 1 and moving_stddev = 1 do not belong together yet: √(1 + ε) is not 1.
    layer.call(float64([2, 2], [1, 2, 3, 5]), { training: true });
    for (let step = 0; step < 5; step++) {
      const batch = float64([6, 2], uniformNumbers([6, 2], 3 * step, step));
      const inference = layer.call(batch);
      expect(layer.call(batch, { training: true }).data).toBeAllClose(inference.data, {
        relative: 1e-12,
        absolute: 1e-12,
      });
    }
  });

  it("overwrites a moving variance that was restored without the moving deviation", () => {
    const layer = make();
    layer.call(x, { training: true });
    layer.assign({ moving_variance: float64([1], [100]) });
    layer.call(x, { training: true });
    const { moving_variance, moving_stddev } = numbersOf(layer);
    expect(moving_stddev).toBeAllClose(1.375, close);
    expect(moving_variance).toBeAllClose(1.375 ** 2 - 0.25, close);
  });
});

describe.each(["tf-1.4", "tf-1.14-v1", "tf-1.14-v2"] as const)("renorm in %s", (profile) => {
  it("at its first step is plain normalization, within 1e-14", () => {
    const { outputs, renorm } = make({}, profile).trace(x, { training: true });
    expect([...renorm!.r.data, ...renorm!.d.data]).toEqual([1, 0]);
    const plain = new BatchNormalization({ dtype: "float64", epsilon: 0.25 });
    expect(outputs.data).toBeAllClose(plain.call(x, { training: true }).data, close);
  });

  it("moves two averages and their weights, and V towards s² − ε, within 1e-14", () => {
    const layer = make({}, profile);
    layer.call(x, { training: true });
    const expected = {
      moving_mean: 2.5,
      moving_variance: 1.5,
      renorm_mean: 1.25,
      renorm_mean_weight: 0.25,
      renorm_stddev: 0.375,
      renorm_stddev_weight: 0.25,
    };
    const found = numbersOf(layer);
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    expect(Object.values(found)).toBeAllClose(Object.values(expected), close);
  });
});

describe.each(["tf-1.14-v2", "keras-2-v2"] as const)("renorm in %s", (profile) => {
  it("clips r and d, and shows both before it did", () => {
    const layer = make({ renorm_clipping: { rmax: 1.25, dmax: 0.5 } }, profile);
    for (const size of [3, 40]) {
      layer.call(float64([2, 1], [0, size]), { training: true });
    }
    const { renorm } = layer.trace(float64([2, 1], [100, 300]), { training: true });
    expect(renorm!.bounds).toEqual({ rmax: 1.25, dmax: 0.5 });
    expect([...renorm!.r.data, ...renorm!.d.data]).toEqual([1.25, 0.5]);
    expect(renorm!.beforeClipping.r.data[0]).toBeGreaterThan(1.25);
    expect(renorm!.beforeClipping.d.data[0]).toBeGreaterThan(0.5);
  });

  it("with r held at 1 and d at 0 outputs plain normalization at every step, within 1e-14", () => {
    const layer = make({ renorm_clipping: { rmin: 1, rmax: 1, dmax: 0 } }, profile);
    const plain = new BatchNormalization({ dtype: "float64", epsilon: 0.25 });
    for (const shift of [0, 10, -50]) {
      const batch = float64([3, 1], [shift, shift + 1, shift + 5]);
      expect(layer.call(batch, { training: true }).data).toBeAllClose(
        plain.call(batch, { training: true }).data,
        close,
      );
    }
  });

  it("follows a schedule by the number of training calls, which can be set", () => {
    const seen: number[] = [];
    const renorm_clipping: RenormClipping = (step) => {
      seen.push(step);
      return { rmax: step + 1 };
    };
    const layer = make({ renorm_clipping }, profile);
    layer.call(x, { training: true });
    layer.call(x);
    layer.call(x, { training: true });
    expect([...seen, layer.step]).toEqual([0, 1, 2]);
    layer.step = 40;
    expect(layer.trace(x, { training: true }).renorm!.bounds).toEqual({ rmax: 41 });
    expect(layer.step).toBe(41);
  });

  it("is not there at inference, which changes nothing", () => {
    const layer = make({}, profile);
    layer.call(x, { training: true });
    const before = stateOf(layer);
    expect(layer.trace(x).renorm).toBeNull();
    expect(stateOf(layer)).toEqual(before);
  });

  it("leaves every weight and the step as they were when a schedule fails", () => {
    const layer = make(
      { renorm_clipping: { rmax: (step) => (step < 1 ? 3 : ("x" as never)) } },
      profile,
    );
    layer.call(x, { training: true });
    const before = stateOf(layer);
    expect(refusedBy(() => layer.call(x, { training: true })).code).toBe("renorm-clipping-value");
    expect([stateOf(layer), layer.step]).toEqual([before, 1]);
  });
});

it.each([-1, 1.5, Number.NaN])("the step cannot be set to %d", (step) => {
  const layer = make();
  const set = (): void => {
    layer.step = step;
  };
  expect(refusedBy(set)).toEqual({
    code: "step",
    kind: "ValueError",
    message: `step must be an integer of at least 0. Received: step=${step}`,
  });
  expect(layer.step).toBe(0);
});

describe("clipping on a schedule", () => {
  it("bounds each step as the function of the same numbers does", () => {
    const inputs = [
      [1, -4],
      [2, 8],
      [9, 3],
      [4, 0],
    ];
    const asData = new BatchNormalization({
      renorm: true,
      renorm_clipping: {
        rmax: [
          [1, 1],
          [5, 3],
        ],
        dmax: [[0, 0.25]],
      },
    });
    const asFunctions = new BatchNormalization({
      renorm: true,
      renorm_clipping: (step) => ({
        rmax: Math.min(Math.max(1 + (step - 1) / 2, 1), 3),
        dmax: 0.25,
      }),
    });
    for (let step = 0; step < 8; step++) {
      const [a, b] = [asData, asFunctions].map((layer) =>
        layer.trace(tensor(inputs), { training: true }),
      );
      expect(a!.renorm!.bounds).toEqual(b!.renorm!.bounds);
      expect(a!.outputs).toEqual(b!.outputs);
    }
  });

  it("refuses points out of order, and changes nothing", () => {
    expect(
      () =>
        new BatchNormalization({
          renorm: true,
          renorm_clipping: {
            rmax: [
              [3, 1],
              [1, 2],
            ],
          },
        }),
    ).toThrow(
      "renorm_clipping must be a table whose schedules are lists of one or more [step, value] points of finite numbers, each step greater than the one before. Received: rmax=[[3, 1], [1, 2]]",
    );
  });
});
