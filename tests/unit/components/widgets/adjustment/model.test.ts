import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import { adjustment } from "@/components/widgets/adjustment/widget";
import { constant } from "@/engine/spec/constant";
import { startOf } from "@/engine/spec/experiment";
import { sourceOf } from "../../support/run-of";
import { figureAt, figureOf, ran } from "./support";

const close = { absolute: 2e-6 };
const spreads = { scale: 0.07, bias: 0.1 };
const perExample = { ...spreads, per: "example" } as const;

describe("the draws of a step", () => {
  it("per feature are one pair for each, within the spreads, and the same for all examples", () => {
    const { draws, batch, channelNames } = figureOf({ channel: 3 });
    expect(draws!.scales).toHaveLength(channelNames.length);
    expect(draws!.followed).toBe(3);
    for (const scale of draws!.scales) expect(Math.abs(scale - 1)).toBeLessThanOrEqual(0.07);
    for (const bias of draws!.biases) expect(Math.abs(bias)).toBeLessThanOrEqual(0.1);
    expect([...new Set(batch.map(({ scale }) => scale))]).toEqual([draws!.scales[3]]);
    expect([...new Set(batch.map(({ bias }) => bias))]).toEqual([draws!.biases[3]]);
  });

  it("per example are one pair for each, and the same for all features", () => {
    const patch = { adjustment: perExample, example: 5 };
    const [first, third] = [figureOf(patch), figureOf({ ...patch, channel: 2 })];
    expect(first.draws!.scales).toHaveLength(32);
    expect(first.draws!.followed).toBe(5);
    expect(first.batch.map(({ scale }) => scale)).toEqual([...first.draws!.scales]);
    expect(third.batch.map(({ bias }) => bias)).toEqual(first.batch.map(({ bias }) => bias));
    expect(new Set(first.draws!.scales).size).toBe(32);
  });

  it("are those of the layer at that step, over all steps", () => {
    const { run, model } = ran({ adjustment: perExample, example: 5 });
    for (const step of [1, 100, 200]) {
      const trace = run.layerAt(step).trace(run.inputsAt(step), { training: true });
      expect(model.draws!.scaleSeries[step - 1]).toBe(trace.adjustment!.scale.data[5]);
      expect(model.draws!.biasSeries[step - 1]).toBe(trace.adjustment!.bias.data[5]);
    }
    expect(model.draws!.scales[5]).toBe(model.draws!.scaleSeries[99]);
    expect(model.draws!.scaleSeries).toHaveLength(200);
  });

  it("are another for another seed", () => {
    expect(figureOf({ seed: 2 }).draws!.scales).not.toEqual(figureOf().draws!.scales);
  });

  it("are none without an adjustment", () => {
    const { draws, batch } = figureOf({ adjustment: null });
    expect(draws).toBeNull();
    for (const each of batch) expect(each.adjusted).toBe(each.unadjusted);
  });
});

describe.each([
  ["per feature", spreads],
  ["per example", perExample],
])("the outputs with an adjustment %s", (_, value) => {
  const patch = {
    adjustment: value,
    gamma_initializer: constant(10),
    beta_initializer: constant(5),
    renorm: true,
  };
  const { batch, gamma, beta, renorm } = figureOf(patch);

  it("are γ·((x̂·r + d)·a + b) + β, within 1e-4, and those without are γ·(x̂·r + d) + β", () => {
    const { r, d } = renorm!;
    for (const { normalized, scale, bias, adjusted, unadjusted } of batch) {
      const u = normalized * r + d;
      expect(adjusted).toBeAllClose(gamma * (u * scale + bias) + beta, { absolute: 1e-4 });
      expect(unadjusted).toBeAllClose(gamma * u + beta, { absolute: 1e-4 });
    }
  });
});

it("the outputs without it are those of a layer that never had one, within 2e-6", () => {
  const { batch, mean, moving } = figureOf();
  const start = startOf(adjustment);
  const source = sourceOf(start);
  const layer = new BatchNormalization({ momentum: 0.9 });
  for (let step = 1; step <= 100; step++) {
    const inputs = tensor(source.batch(step).values, { shape: [32, 13] });
    const { outputs, used } = layer.trace(inputs, { training: true });
    if (step < 100) continue;
    expect(batch.map(({ unadjusted }) => unadjusted)).toBeAllClose(
      Array.from(outputs.data).filter((_, i) => i % 13 === 0),
      close,
    );
    expect(mean).toBe(used.mean.data[0]);
    const inference = layer.call(inputs);
    expect(batch.map((each) => each.inference)).toBeAllClose(
      Array.from(inference.data).filter((_, i) => i % 13 === 0),
      close,
    );
  }
  const [, , movingMean] = layer.getWeights();
  expect(moving.mean).toBe(movingMean!.data[0]);
});

it("the domains hold everything and move in large steps", () => {
  expect([figureOf().outputDomain, figureOf().addedDomain]).toEqual([
    [-4, 4],
    [-0.2, 0.2],
  ]);
  const wide = figureAt("beta_initializer=5&gamma_initializer=10");
  expect(wide.outputDomain).toEqual([-25, 35]);
  for (const { adjusted, unadjusted } of wide.batch) {
    expect(Math.abs(adjusted - unadjusted)).toBeLessThanOrEqual(wide.addedDomain[1]);
  }
});
