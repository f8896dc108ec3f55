import { describe, expect, it } from "vitest";
import { parts } from "@/components/widgets/parameters/parts";
import { densityAt } from "@/components/widgets/parameters/start-model";
import { valueAxis } from "@/components/widgets/parameters/value-axis";
import { binRows, stepRows } from "@/components/widgets/parameters/tables";
import type { Distribution } from "@/engine/types/initial-draws";
import { figureOf, ran, specimen, start } from "./support";

const width = 13;

describe("how a parameter starts", () => {
  it("is counted in bars, all first values of all seeds", () => {
    const { start: first } = figureOf();
    const { drawn, layers, bins, own } = first!;
    expect(layers).toBe(93);
    expect(drawn).toHaveLength(93 * width);
    expect(bins.reduce((sum, { height }) => sum + height, 0)).toBe(drawn.length);
    const [some] = bins.filter(({ height }) => height > 20);
    const within = drawn.filter((value) => value >= some!.from && value < some!.to);
    expect(within).toHaveLength(some!.height);
    expect(Array.from(own)).toEqual(Array.from(drawn.slice(0, width)));
  });

  it("is the run's own first value, the one that its step 1 finds", () => {
    const { run, model } = ran({ channel: 5, step: 1 });
    expect(model.start!.first).toBe(run.statistics.gamma[5]);
    expect(model.chosen!.before).toBe(run.statistics.gamma[5]);
  });

  it.each(["random_normal", "random_uniform", "truncated_normal", "he_normal", "glorot_uniform"])(
    "is expected as often as it is counted, to 6 deviations of a count: %s",
    (gamma_initializer) => {
      const { bins, expected, drawn } = figureOf({ gamma_initializer }).start!;
      for (const { from, to, height } of bins) {
        const inside = expected.filter(({ x }) => x >= from && x <= to);
        const mean = inside.reduce((sum, one) => sum + one.height, 0) / inside.length;
        const most = Math.max(...inside.map((one) => one.height));
        if (inside.some((one) => one.height === 0) && most > 0) continue;
        expect(Math.abs(height - mean)).toBeLessThan(6 * Math.sqrt(Math.max(mean, 1)) + 2);
      }
      expect(drawn.length).toBeGreaterThan(1200);
    },
  );

  it.each<Distribution>([
    { kind: "normal", mean: 1, deviation: 0.3 },
    { kind: "truncated-normal", mean: -2, deviation: 2 },
    { kind: "uniform", low: -0.5, high: 3 },
    { kind: "uniform", low: 3, high: -0.5 },
  ])("has a density whose integral is 1, to 3e-4: %j", (distribution) => {
    const step = 1e-3;
    let sum = 0;
    for (let x = -15; x < 15; x += step) sum += densityAt(distribution, x + step / 2) * step;
    expect(Math.abs(sum - 1)).toBeLessThan(3e-4);
  });

  it("is one line for a constant, and is drawn from nothing", () => {
    const { start: first } = figureOf({ gamma_initializer: "ones" });
    expect(first!.isFixed).toBe(true);
    expect(first!.expected).toEqual([]);
    expect(first!.bins).toEqual([{ from: 1, to: 1, height: 1209 }]);
  });

  it("is a line for each number of a list", () => {
    const value = [3, 1, ...Array.from({ length: 11 }, () => 2)];
    const list = { class_name: "Constant", config: { value } } as const;
    expect(figureOf({ gamma_initializer: list }).start).toMatchObject({
      isFixed: true,
      first: 3,
      bins: [
        { from: 3, to: 3, height: 93 },
        { from: 1, to: 1, height: 93 },
        { from: 2, to: 2, height: 93 * 11 },
      ],
    });
  });

  it("is no line for an initializer with a seed, which other seeds would not repeat", () => {
    const seeded = { class_name: "RandomNormal", config: { seed: 3 } } as const;
    const { start: first } = figureOf({ gamma_initializer: seeded });
    expect(first!.isFixed).toBe(false);
    expect(figureOf({ gamma_initializer: seeded, seed: 9 }).start!.drawn).toEqual(first!.drawn);
  });

  it("has nothing expected of a distribution without width", () => {
    const flat = { class_name: "RandomNormal", config: { stddev: 0 } } as const;
    expect(figureOf({ gamma_initializer: flat }).start).toMatchObject({
      isFixed: true,
      expected: [],
    });
  });
});

describe("the steps", () => {
  it("are marked where the constraint changed what was proposed, and only there", () => {
    const { run, model } = ran();
    const { proposed, projected } = run.statistics.parameters!.gamma!;
    const { projections, rejected } = model.value!;
    expect(projections[0]).toBe(1);
    expect(projections).toHaveLength(52);
    for (let step = 1; step <= model.steps; step++) {
      const at = (step - 1) * width;
      const isChanged = Math.abs(projected[at]! - proposed[at]!) > 1e-6;
      expect(projections.includes(step), `step ${step}`).toBe(isChanged);
      expect(rejected[step - 1]).toBe(isChanged ? proposed[at] : NaN);
    }
  });

  it("are explained by the chosen one: rate, sum of gradients, and the factor of the norm", () => {
    for (const step of [1, 3, 12, 60]) {
      const { chosen, learningRate } = figureOf({ step, dtype: "float64" });
      const { before, after, update } = chosen!;
      const { lossGradient, penaltyGradient, gradient, proposed, projected } = update!;
      expect(gradient).toBe(lossGradient + penaltyGradient!);
      expect(penaltyGradient).toBeCloseTo(2 * Math.fround(0.02) * before, 12);
      expect(proposed).toBeCloseTo(before - learningRate * gradient, 12);
      expect(projected).toBeCloseTo((proposed * update!.projectedNorm) / update!.proposedNorm, 12);
      expect(after).toBe(projected);
      const held = Math.min(Math.max(update!.proposedNorm, 1.5), 2.5);
      expect(update!.projectedNorm).toBeCloseTo(held, 6);
    }
  });

  it("keep their axes while they go by", () => {
    const [first, last] = [figureOf({ step: 1 }), figureOf({ step: 60 })];
    for (const { value, descent } of [first, last]) {
      expect(value!.domain).toEqual([0.4, 1.2]);
      expect(descent!.gradientDomain).toEqual(first.descent!.gradientDomain);
      expect(descent!.costDomain).toEqual(first.descent!.costDomain);
    }
    expect(last.start!.domain).toEqual(first.start!.domain);
  });

  it("of β are those of β, without a penalty where it has no regularizer", () => {
    const { run, model } = ran({ parameter: "beta", beta_initializer: "random_normal" });
    const { beta } = run.statistics.parameters!;
    const { descent, value } = model;
    expect(Array.from(value!.values)).toEqual(
      Array.from(run.statistics.beta).filter((_, i) => i % width === 0),
    );
    expect(Array.from(descent!.lossGradient)).toEqual(
      Array.from(beta!.lossGradient).filter((_, i) => i % width === 0),
    );
    expect([descent!.penaltyGradient, descent!.penalty]).toEqual([null, null]);
    expect(descent!.gradient).toEqual(descent!.lossGradient);
    // x̂ has mean 0, so the gradient of β is β divided by the number of channels.
    expect(descent!.lossGradient[5]).toBeCloseTo(value!.values[5]! / width, 6);
  });

  it("of the moving statistics are those of the batches, with no gradient", () => {
    const { run, model } = ran({ parameter: "moving_variance", channel: 2 });
    expect(model.stillness).toBe("statistic");
    expect(model.descent).toBeNull();
    expect(Array.from(model.value!.values)).toEqual(
      Array.from(run.statistics.movingVariance).filter((_, i) => i % width === 2),
    );
  });

  it("are none where nothing trains the parameter, or there is none", () => {
    const none = figureOf({ optimizer: "none" });
    expect([none.stillness, none.descent, none.chosen!.update]).toEqual([
      "no-optimizer",
      null,
      null,
    ]);
    expect(none.chosen!.after).toBe(none.start!.first);
    expect(specimen("frozen").stillness).toBe("frozen");
    const absent = specimen("no-beta");
    expect(absent).toMatchObject({
      stillness: "absent",
      start: null,
      value: null,
      chosen: null,
      descent: null,
    });
  });
});

describe("dangerous input", () => {
  it("a run that flies apart keeps a finite axis with its beginning in it", () => {
    const { value, descent } = figureOf({
      gamma_regularizer: { class_name: "L2", config: { l2: 500 } },
      gamma_constraint: null,
    });
    expect(Array.from(value!.values).some((gamma) => !Number.isFinite(gamma))).toBe(true);
    for (const domain of [value!.domain, descent!.gradientDomain, descent!.costDomain]) {
      expect(domain.every(Number.isFinite)).toBe(true);
      expect(domain[0]).toBeLessThan(domain[1]);
    }
  });

  it("a norm of 0 stays, and is no projection", () => {
    const { value } = specimen("zeros-for-gamma");
    expect(new Set(value!.values)).toEqual(new Set([0]));
    expect(value!.projections).toEqual([]);
  });

  it("an axis of costs begins at 0, unless a penalty is below it", () => {
    expect(specimen("zeros-for-gamma").descent!.costDomain[0]).toBe(0);
    const reward = { class_name: "L1", config: { l1: -1 } } as const;
    expect(figureOf({ gamma_regularizer: reward }).descent!.costDomain[0]).toBeLessThan(0);
  });

  it("a batch of one has x̂ = 0 and no gradient of γ", () => {
    const { descent } = figureOf({ batch_size: 1 });
    expect(new Set(descent!.lossGradient)).toEqual(new Set([0]));
  });
});

describe("the tables", () => {
  it("have a row for the start and one for each step", () => {
    const { run, model } = ran();
    const rows = stepRows(model);
    expect(rows).toHaveLength(61);
    expect(rows.at(0)).toEqual([0, run.statistics.gamma[0], null, null, null, null, null, null]);
    const { loss, gamma } = run.statistics.parameters!;
    const at = 19 * width;
    expect(rows.at(20)).toEqual([
      20,
      run.statistics.gamma[20 * width],
      gamma!.lossGradient[at],
      gamma!.penalty!.gradient[at],
      gamma!.proposed[at],
      "yes",
      loss[19],
      gamma!.penalty!.perStep[19],
    ]);
    expect(rows.at(4)![5]).toBe("no");
  });

  it("count the first values", () => {
    const rows = binRows(figureOf());
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(1209);
    expect(rows.every((row) => Number(row[2]) > 0)).toBe(true);
  });

  it("are empty for a parameter that is not there", () => {
    expect(stepRows(specimen("no-beta"))).toEqual([]);
    expect(binRows(specimen("no-beta"))).toEqual([]);
  });
});

it("the poster says and draws what a fresh run does", () => {
  const kept = parts.model({ ...start, channel: 0 }, parts.poster);
  const fresh = figureOf();
  expect(kept.sentences).toEqual(fresh.sentences);
  expect(kept.start!.bins.map(({ height }) => height)).toEqual(
    fresh.start!.bins.map(({ height }) => height),
  );
  expect(kept.value!.projections).toEqual(fresh.value!.projections);
  for (const domain of ["gradientDomain", "costDomain"] as const) {
    expect(kept.descent![domain]).toEqual(fresh.descent![domain]);
  }
  expect(kept.descent!.gradient).toBeAllClose(fresh.descent!.gradient, { relative: 1e-6 });
});

describe("the axis of values", () => {
  const texts = (domain: readonly [number, number]): readonly string[] =>
    valueAxis(domain).ticks.map(({ text }) => text);

  it("is even up to a thousand, and logarithmic beyond", () => {
    expect(texts([0, 1000])).toEqual(["0", "200", "400", "600", "800", "1,000"]);
    expect(texts([0, 100_000])).toEqual(["0", "10", "100", "1,000", "10,000", "100,000"]);
  });

  it("says that it is logarithmic where it is", () => {
    expect(valueAxis([0, 1000]).scale).toBe("");
    expect(valueAxis([0, 1001]).scale).toBe(", log beyond ±1");
    expect(valueAxis([-100_000, 0]).scale).toBe(", log beyond ±1");
  });

  it("has no text wider than its room", () => {
    const wide = [...texts([-4e6, 4e6]), ...texts([0, 1e30]), ...texts([-2e8, 0])];
    expect(wide).toContain("1e6");
    expect(Math.max(...wide.map((text) => text.length))).toBeLessThanOrEqual(8);
  });
});
