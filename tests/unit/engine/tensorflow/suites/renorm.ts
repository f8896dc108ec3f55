import { expect, it } from "vitest";
import type { BatchNormArguments } from "@/engine";
import { weightOf } from "../../support/tensors";
import type { LayerMaker } from "../support/called-layer";
import { tensorOf } from "../support/layers";
import { uniform } from "../support/numbers";
import {
  baseArgs,
  batchOf,
  clip,
  deviationRenorm,
  drawnAdjustment,
  epsilon,
  outputs,
  shape,
  weightedRenorm,
} from "../support/renorm";
import type { Line, Momenta, Renorm } from "../support/renorm";

const momenta: Momenta = { momentum: 0.99, renormMomentum: 0.8 };
const clipping = { rmax: 1.1, rmin: 0.9, dmax: 0.1 };
const renormArgs: BatchNormArguments = {
  ...baseArgs,
  momentum: momenta.momentum,
  renorm: true,
  renorm_clipping: clipping,
  renorm_momentum: momenta.renormMomentum,
};

const clippedLine = ({ r, d }: Pick<Line, "r" | "d">): Pick<Line, "r" | "d"> => ({
  r: r.map(clip(clipping.rmin, clipping.rmax)),
  d: d.map(clip(-clipping.dmax, clipping.dmax)),
});

const batches = (count: number): Float64Array[] =>
  Array.from({ length: count }, (_, step) =>
    Float64Array.from(tensorOf(shape, uniform(shape, 40 + step)).data),
  );

const close = { absolute: 1e-5 };

/** Five training steps, each followed by inference on the same batch, with an adjustment or without. */
function expectRenorm(
  make: LayerMaker,
  renorm: Renorm,
  adjustment?: ReturnType<typeof drawnAdjustment>,
): void {
  const { layer, call } = make({ ...renormArgs, adjustment: adjustment?.adjust }, shape);
  for (const x of batches(5)) {
    const batch = batchOf(x);
    const inputs = tensorOf(shape, x);
    const training = call(inputs, true);
    const line = { ...clippedLine(renorm.correction(batch)), ...adjustment?.draws.at(-1) };
    expect(training.data).toBeAllClose(outputs(x, batch, line), close);
    renorm.step(batch);
    const inference = call(inputs, false);
    expect(inference.data).toBeAllClose(outputs(x, renorm.inference()), close);
  }
  expect(layer.fused).toBe(false);
}

/** Of the versions up to 1.14. */
export function weightedRenormSuite(make: LayerMaker): void {
  it("testRenorm (1.4 to 1.14): training and inference follow the weighted formulas within 1e-5", () => {
    expectRenorm(make, weightedRenorm(momenta));
  });

  it("testRenorm (1.4 to 1.14): its variables start at M 0, V 1, averages and weights 0", () => {
    const { layer } = make(renormArgs, shape);
    layer.build(shape);
    const start = (name: string): number[] => [...new Set(weightOf(layer, name))];
    expect(start("moving_mean")).toEqual([0]);
    expect(start("moving_variance")).toEqual([1]);
    for (const name of ["renorm_mean", "renorm_stddev"]) {
      expect(start(name)).toEqual([0]);
      expect(weightOf(layer, `${name}_weight`)).toEqual([0]);
    }
  });
}

/** Of the versions from 1.15 on. */
export function deviationRenormSuite(make: LayerMaker): void {
  it("testRenorm (1.15 and later): training and inference follow the new formulas within 1e-5", () => {
    expectRenorm(make, deviationRenorm(momenta));
  });

  it("testRenorm (1.15 and later): its variables start at mean 0 and deviation 1", () => {
    const { layer } = make(renormArgs, shape);
    layer.build(shape);
    expect(weightOf(layer, "renorm_mean")).toEqual([0, 0, 0]);
    expect(weightOf(layer, "renorm_stddev")).toEqual([1, 1, 1]);
    expect(weightOf(layer, "moving_stddev")).toEqual([1, 1, 1]);
  });

  it("testRenormNoClippingSameMomentumGivesSameTestTrain: 1.5 ε apart at step 0, then 1e-5", () => {
    const same: Momenta = { momentum: 0.9, renormMomentum: 0.9 };
    const renorm = deviationRenorm(same);
    const args = { ...renormArgs, momentum: 0.9, renorm_clipping: null, renorm_momentum: 0.9 };
    const { call } = make(args, shape);
    batches(6).forEach((x, step) => {
      const absolute = step === 0 ? 1.5 * epsilon : 1e-5;
      const inputs = tensorOf(shape, x);
      const batch = batchOf(x);
      // Inference first, before training moves the averages.
      const inference = call(inputs, false);
      const training = call(inputs, true);
      expect(inference.data).toBeAllClose(outputs(x, renorm.inference()), { absolute });
      expect(training.data).toBeAllClose(outputs(x, batch, renorm.correction(batch)), { absolute });
      expect(training.data).toBeAllClose(inference.data, { absolute });
      renorm.step(batch);
    });
  });
}

/** Of the versions with `adjustment`, which came after 1.4; `renormOf` is the version's. */
export function adjustmentSuite(make: LayerMaker, renormOf: (momenta: Momenta) => Renorm): void {
  it("testAdjustment: training adjusts, inference does not, and the statistics are the unadjusted, within 1e-5", () => {
    const momentum = 0.99;
    const { adjust, draws } = drawnAdjustment(7);
    const { call } = make({ ...baseArgs, momentum, adjustment: adjust }, shape);
    let [mean, variance] = [
      [0, 0, 0],
      [1, 1, 1],
    ];
    for (const x of batches(5)) {
      const batch = batchOf(x);
      const inputs = tensorOf(shape, x);
      const training = call(inputs, true);
      expect(training.data).toBeAllClose(outputs(x, batch, draws.at(-1)), close);
      mean = mean.map((value, c) => value + (batch.mean[c]! - value) * (1 - momentum));
      variance = variance.map((value, c) => value + (batch.variance[c]! - value) * (1 - momentum));
      const deviation = variance.map((value) => Math.sqrt(value + epsilon));
      const inference = call(inputs, false);
      expect(inference.data).toBeAllClose(outputs(x, { mean, deviation }), close);
    }
    expect(draws.length).toBe(5);
  });

  it("testRenormWithAdjustment: y = ((x̂·r + d)·a + b)·2 + 3 in training, within 1e-5", () => {
    const adjustment = drawnAdjustment(8);
    expectRenorm(make, renormOf(momenta), adjustment);
    expect(adjustment.draws.length).toBe(5);
  });
}
