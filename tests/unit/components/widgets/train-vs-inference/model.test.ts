import { describe, expect, it } from "vitest";
import { columnOf, figureOf, ran, the } from "./support";

/** Float32 holds inputs around 13 to 1e-6, and what is made of them to a little less. */
const close = { relative: 1e-5, absolute: 1e-5 };

const outputOf = ({ training }: ReturnType<typeof the>): number => training?.output ?? NaN;

describe("the figure at its start", () => {
  const { run, model } = ran();

  it("has eight companies, the outputs the engine's, bit for bit", () => {
    expect(model.companies.map(({ name, note }) => `${name}: ${note}`)).toEqual([
      "Its whole batch: 32 examples",
      "Half of its batch: 16 examples",
      "Four of its batch: 4 examples",
      "One mate: 2 examples",
      "Alone: 1 example",
      "With an outlier: 32 examples, one at 21.2",
      "With padding, no mask: 32 examples + 32 rows of zeros",
      "With padding, masked: 32 examples + 32 rows of zeros",
    ]);
    expect(outputOf(the("whole", model))).toBe(run.chosen.trainingOutputs[0]);
    expect(model.companies.map(outputOf)).toEqual(
      run.company.companies.map(({ training }) => training.ok && training.value.outputs[0]),
    );
  });

  it("normalizes the example with the mean and variance of those that count, by hand", () => {
    for (const { members, training, name } of model.companies) {
      const counted = members.filter(({ counts }) => counts).map(({ input }) => input);
      const mean = counted.reduce((sum, x) => sum + x, 0) / counted.length;
      const variance = counted.reduce((sum, x) => sum + (x - mean) ** 2, 0) / counted.length;
      expect([training!.mean, training!.variance], name).toBeAllClose([mean, variance], close);
      const expected = (model.input - mean) / Math.sqrt(variance + model.epsilon);
      expect([training!.output], name).toBeAllClose([expected], close);
    }
  });

  it("has one inference output, of the moving statistics that the step found", () => {
    expect(new Set(model.companies.map(({ inference }) => inference))).toEqual(
      new Set([model.inference]),
    );
    const { mean, variance } = model.moving;
    expect(mean).toBe(run.statistics.movingMean[99 * 13]);
    const expected = (model.input - mean) / Math.sqrt(variance + 0.001);
    expect([model.inference]).toBeAllClose([expected], close);
  });

  it("compares with what the population's statistics would give", () => {
    const { mean, deviation } = model.population;
    const expected = (model.input - mean) / Math.sqrt(deviation ** 2 + 0.001);
    expect([model.ideal]).toBeAllClose([expected], { relative: 1e-12 });
  });

  it("tells the roles of the rows", () => {
    const roles = (kind: Parameters<typeof the>[0]) =>
      the(kind, model).members.map(({ role, place }) => `${role} ${place ?? "–"}`);
    expect(roles("four")).toEqual(["example 0", "mate 1", "mate 2", "mate 3"]);
    expect(roles("outlier").slice(0, 3)).toEqual(["example 0", "outlier 1", "mate 2"]);
    expect(roles("padded").slice(31, 33)).toEqual(["mate 31", "padding –"]);
  });
});

describe("who counts", () => {
  const idle = (model: ReturnType<typeof figureOf>, kind: Parameters<typeof the>[0]) =>
    the(kind, model)
      .members.flatMap(({ counts, place }) => (counts ? [] : [place]))
      .slice(0, 4);

  it("are all rows, but for masked padding", () => {
    const model = figureOf({ batch_size: 4 });
    expect([idle(model, "whole"), idle(model, "padded")]).toEqual([[], []]);
    expect(idle(model, "masked")).toEqual([null, null, null, null]);
  });

  it("are the mates in its own ghost batch", () => {
    const model = figureOf({ virtual_batch_size: 16, example: 5 });
    const counting = the("whole", model).members.filter(({ counts }) => counts);
    expect(counting.map(({ place }) => place)).toEqual([
      1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31,
    ]);
    expect(the("outlier", model).members.find(({ role }) => role === "outlier")?.place).toBe(7);
  });

  it("is nobody where the layer is frozen", () => {
    const model = figureOf({ trainable: false });
    expect(model.usesBatch).toBe(false);
    expect(the("two", model).members.every(({ counts }) => !counts)).toBe(true);
    for (const company of model.companies) expect(outputOf(company)).toBe(model.inference);
  });
});

describe("what was refused", () => {
  const message = (size: number): string =>
    `inputs must have a batch size that is a multiple of virtual_batch_size, 4 (Reshape to ghost batches). Received: a batch size of ${size}`;

  it("has the layer's message in place of numbers, and inference mode still answers", () => {
    const model = figureOf({ virtual_batch_size: 4 });
    expect(model.companies.map(({ refusal }) => refusal)).toEqual([
      null,
      null,
      null,
      message(2),
      message(1),
      null,
      null,
      null,
    ]);
    expect(the("two", model)).toMatchObject({ training: null, inference: model.inference });
  });

  it("is refused in inference mode too in a version that splits there", () => {
    const model = figureOf({ virtual_batch_size: 4, profile: "tf-2.3-v1" });
    expect(the("two", model)).toMatchObject({ training: null, inference: null });
    expect(model.inference).toBe(the("whole", model).inference);
  });
});

describe("the axes", () => {
  it("place inputs by the population's deviations, and stand still from step to step", () => {
    const { inputScale, population } = figureOf();
    expect(inputScale).toMatchObject({
      centre: population.mean,
      unit: population.deviation,
      title: "in deviations from the population’s mean (log beyond ±1)",
      domain: [-30, 30],
    });
    for (const step of [1, 50, 200]) expect(figureOf({ step }).inputScale).toEqual(inputScale);
  });

  it("take in the outlier and the interval that it makes, on either side", () => {
    for (const outlier of [1000, -1000, 1e6, 3]) {
      for (const batch_size of [2, 6, 32]) {
        const model = figureOf({ outlier, batch_size });
        const [low, high] = model.inputScale.domain;
        const place = (x: number): number => (x - model.inputScale.centre) / model.inputScale.unit;
        const { mean, variance } = the("outlier", model).training!;
        const deviation = Math.sqrt(variance);
        const ends = [mean - deviation, mean + deviation, model.outlier!.value].map(place);
        expect(Math.min(...ends)).toBeGreaterThanOrEqual(low);
        expect(Math.max(...ends)).toBeLessThanOrEqual(high);
      }
    }
  });

  it("are finite for a constant channel and for one with Infinity", () => {
    const constant = figureOf({}, columnOf("same", Array(40).fill(7)));
    expect(constant.inputScale).toEqual({
      centre: 7,
      unit: 1,
      title: "as its difference from the population’s mean (log beyond ±1)",
      domain: [-10, 3],
    });
    const wild = figureOf({}, columnOf("wild", [...Array(39).keys(), Infinity]));
    expect([...wild.inputScale.domain, ...wild.outputDomain].every(Number.isFinite)).toBe(true);
  });
});

it("momentum tells how much of the start is left, and a frozen layer keeps it all", () => {
  expect(figureOf({ momentum: 0.99, step: 50 }).leftOfStart).toBe(0.99 ** 49);
  expect(figureOf({ trainable: false }).leftOfStart).toBe(1);
});
