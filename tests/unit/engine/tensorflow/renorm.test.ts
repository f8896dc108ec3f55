import { describe, expect, it } from "vitest";
import type { BatchNormArguments, ProfileId } from "@/engine";
import { weightOf } from "../support/tensors";
import { layerIn, tensorOf } from "./support/layers";
import { uniform } from "./support/numbers";
import { deviationRenormProfiles, weightedRenormProfiles, allProfiles } from "./support/profiles";
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
} from "./support/renorm";
import type { Line, Momenta, Renorm } from "./support/renorm";

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
  profile: ProfileId,
  renorm: Renorm,
  adjustment?: ReturnType<typeof drawnAdjustment>,
): void {
  const layer = layerIn(profile, { ...renormArgs, adjustment: adjustment?.adjust });
  for (const x of batches(5)) {
    const batch = batchOf(x);
    const inputs = tensorOf(shape, x);
    const training = layer.call(inputs, { training: true });
    const line = { ...clippedLine(renorm.correction(batch)), ...adjustment?.draws.at(-1) };
    expect(training.data).toBeAllClose(outputs(x, batch, line), close);
    renorm.step(batch);
    const inference = layer.call(inputs, { training: false });
    expect(inference.data).toBeAllClose(outputs(x, renorm.inference()), close);
  }
  expect(layer.fused).toBe(false);
}

describe.each(weightedRenormProfiles)("%s", (profile) => {
  it("testRenorm (1.4 to 1.14): training and inference follow the weighted formulas within 1e-5", () => {
    expectRenorm(profile, weightedRenorm(momenta));
  });

  it("testRenorm (1.4 to 1.14): its variables start at M 0, V 1, averages and weights 0", () => {
    const layer = layerIn(profile, renormArgs);
    layer.build(shape);
    const start = (name: string): number[] => [...new Set(weightOf(layer, name))];
    expect(start("moving_mean")).toEqual([0]);
    expect(start("moving_variance")).toEqual([1]);
    for (const name of ["renorm_mean", "renorm_stddev"]) {
      expect(start(name)).toEqual([0]);
      expect(weightOf(layer, `${name}_weight`)).toEqual([0]);
    }
  });
});

describe.each(deviationRenormProfiles)("%s", (profile) => {
  it("testRenorm (1.15 and later): training and inference follow the new formulas within 1e-5", () => {
    expectRenorm(profile, deviationRenorm(momenta));
  });

  it("testRenorm (1.15 and later): its variables start at mean 0 and deviation 1", () => {
    const layer = layerIn(profile, renormArgs);
    layer.build(shape);
    expect(weightOf(layer, "renorm_mean")).toEqual([0, 0, 0]);
    expect(weightOf(layer, "renorm_stddev")).toEqual([1, 1, 1]);
    expect(weightOf(layer, "moving_stddev")).toEqual([1, 1, 1]);
  });

  it("testRenormNoClippingSameMomentumGivesSameTestTrain: 1.5 ε apart at step 0, then 1e-5", () => {
    const same: Momenta = { momentum: 0.9, renormMomentum: 0.9 };
    const renorm = deviationRenorm(same);
    const layer = layerIn(profile, {
      ...renormArgs,
      momentum: 0.9,
      renorm_clipping: null,
      renorm_momentum: 0.9,
    });
    batches(6).forEach((x, step) => {
      const absolute = step === 0 ? 1.5 * epsilon : 1e-5;
      const inputs = tensorOf(shape, x);
      const batch = batchOf(x);
      // Inference first, before training moves the averages.
      const inference = layer.call(inputs, { training: false });
      const training = layer.call(inputs, { training: true });
      expect(inference.data).toBeAllClose(outputs(x, renorm.inference()), { absolute });
      expect(training.data).toBeAllClose(outputs(x, batch, renorm.correction(batch)), { absolute });
      expect(training.data).toBeAllClose(inference.data, { absolute });
      renorm.step(batch);
    });
  });
});

/** `adjustment` came after 1.4. */
const adjustable = allProfiles.filter((profile) => profile !== "tf-1.4");

describe.each(adjustable)("%s", (profile) => {
  it("testAdjustment: training adjusts, inference does not, and the statistics are the unadjusted, within 1e-5", () => {
    const momentum = 0.99;
    const { adjust, draws } = drawnAdjustment(7);
    const layer = layerIn(profile, { ...baseArgs, momentum, adjustment: adjust });
    let [mean, variance] = [
      [0, 0, 0],
      [1, 1, 1],
    ];
    for (const x of batches(5)) {
      const batch = batchOf(x);
      const inputs = tensorOf(shape, x);
      const training = layer.call(inputs, { training: true });
      expect(training.data).toBeAllClose(outputs(x, batch, draws.at(-1)), close);
      mean = mean.map((value, c) => value + (batch.mean[c]! - value) * (1 - momentum));
      variance = variance.map((value, c) => value + (batch.variance[c]! - value) * (1 - momentum));
      const deviation = variance.map((value) => Math.sqrt(value + epsilon));
      const inference = layer.call(inputs, { training: false });
      expect(inference.data).toBeAllClose(outputs(x, { mean, deviation }), close);
    }
    expect(draws.length).toBe(5);
  });

  it("testRenormWithAdjustment: y = ((x̂·r + d)·a + b)·2 + 3 in training, within 1e-5", () => {
    const isWeighted = weightedRenormProfiles.some((weighted) => weighted === profile);
    const adjustment = drawnAdjustment(8);
    expectRenorm(profile, (isWeighted ? weightedRenorm : deviationRenorm)(momenta), adjustment);
    expect(adjustment.draws.length).toBe(5);
  });
});
