import { describe, expect, it } from "vitest";
import type { Tensor } from "@/engine";
import { weightOf } from "../support/tensors";
import { layerIn, tensorOf } from "./support/layers";
import {
  convolution,
  dense,
  flatten,
  meanSquaredError,
  normalization,
  trainOnBatch,
} from "./support/model";
import type { Block } from "./support/model";
import { allProfiles } from "./support/profiles";

const numbers = [1, 2, 3, 4, 2, 4, 6, 8, 12, 11, 10, 9];

/** The loss of each epoch of one batch. */
const losses = (
  blocks: readonly Block[],
  x: Tensor,
  { target, rate, epochs }: { target: readonly number[]; rate: number; epochs: number },
): number[] =>
  Array.from({ length: epochs }, () => trainOnBatch(blocks, x, meanSquaredError(target), { rate }));

const zeros = (count: number): number[] => new Array<number>(count).fill(0);
const close = { absolute: 1e-5 };

describe.each(allProfiles)("%s", (profile) => {
  it("Fit 2D, BN only: losses, γ, β and the moving statistics after 2 epochs, within 1e-5", () => {
    const layer = layerIn(profile);
    const history = losses([normalization(layer)], tensorOf([3, 4], numbers), {
      target: zeros(12),
      rate: 0.01,
      epochs: 2,
    });
    expect(history).toBeAllClose([0.9998891, 0.9899163], close);
    expect(weightOf(layer, "gamma")).toBeAllClose(
      [0.9900254, 0.9900257, 0.9900262, 0.9900271],
      close,
    );
    expect(weightOf(layer, "beta")).toBeAllClose(zeros(4), close);
    expect(weightOf(layer, "moving_mean")).toBeAllClose(
      [0.0995, 0.1127667, 0.1260333, 0.1393],
      close,
    );
    expect(weightOf(layer, "moving_variance")).toBeAllClose(
      [1.4709667, 1.2763889, 1.1437222, 1.0729666],
      close,
    );
  });

  it("Fit 3D, BN only: losses, γ, β and the moving statistics after 2 epochs, within 1e-5", () => {
    const layer = layerIn(profile);
    const history = losses([normalization(layer)], tensorOf([3, 2, 2], numbers), {
      target: zeros(12),
      rate: 0.01,
      epochs: 2,
    });
    expect(history).toBeAllClose([0.9999215, 0.9800245], close);
    expect(weightOf(layer, "gamma")).toBeAllClose([0.9801012, 0.9801019], close);
    expect(weightOf(layer, "beta")).toBeAllClose(zeros(2), close);
    expect(weightOf(layer, "moving_mean")).toBeAllClose([0.1127667, 0.1260333], close);
    expect(weightOf(layer, "moving_variance")).toBeAllClose([1.3161889, 1.1835222], close);
  });

  it("Fit BN between two Dense: losses, weights and the moving statistics after 3 epochs, within 1e-5", () => {
    const layer = layerIn(profile);
    const last = dense(4, 1, false);
    const model = [dense(4, 4, false), normalization(layer), last];
    const history = losses(model, tensorOf([3, 4], numbers), {
      target: zeros(3),
      rate: 0.1,
      epochs: 3,
    });
    expect(history).toBeAllClose([15.9999075, 0.0256022, 0.022479], close);
    const everywhere = (value: number): number[] => new Array<number>(4).fill(value);
    expect(weightOf(layer, "gamma")).toBeAllClose(everywhere(0.1877988), close);
    expect(last.kernel).toBeAllClose(everywhere(0.1877988), close);
    expect(weightOf(layer, "moving_mean")).toBeAllClose(everywhere(0.7128234), close);
    expect(weightOf(layer, "moving_variance")).toBeAllClose(everywhere(6.276868), close);
  });

  it("Conv2d → BN → Flatten → Dense: the losses of 2 epochs within 0.01", () => {
    const layer = layerIn(profile);
    const model = [convolution([2, 1, 4]), normalization(layer), flatten(), dense(64, 1, true)];
    const x = tensorOf(
      [2, 5, 5, 1],
      Array.from({ length: 50 }, (_, i) => i),
    );
    const history = losses(model, x, { target: [0, 1], rate: 0.01, epochs: 2 });
    expect(layer.fused).toBe(true);
    expect(history).toBeAllClose([3332.9971, 2122.5361], { absolute: 0.01 });
  });
});
