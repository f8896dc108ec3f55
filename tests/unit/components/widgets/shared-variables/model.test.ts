import { describe, expect, it } from "vitest";
import { parts } from "@/components/widgets/shared-variables/parts";
import { posterModelOf } from "../../support/poster-model";
import { figureOf } from "./support";

const posterModel = posterModelOf(parts);

const apart = figureOf();
const shared = figureOf("first_name=bn&name=bn&reuse=true");
const both = figureOf("first_name=bn&name=bn&reuse=true&updates_of=both");
const refused = figureOf("first_name=bn&name=bn");

describe("the model of two calls", () => {
  it("names variables as TensorFlow does, with who made and who uses them", () => {
    const owned = ({ variables }: typeof apart) =>
      variables.map(({ name, madeBy, usedBy }) => [name, madeBy, usedBy]);
    expect(owned(shared)).toEqual(
      ["gamma", "beta", "moving_mean", "moving_variance"].map((name) => [
        `bn/${name}:0`,
        0,
        [0, 1],
      ]),
    );
    expect(owned(apart).slice(3, 6)).toEqual([
      ["batch_normalization/moving_variance:0", 0, [0]],
      ["batch_normalization_1/gamma:0", 1, [1]],
      ["batch_normalization_1/beta:0", 1, [1]],
    ]);
    expect([apart, shared, refused].map((model) => model.shared.length)).toEqual([0, 4, 0]);
  });

  it("counts the update operations that a step runs on each variable", () => {
    const counts = ({ variables }: typeof apart) =>
      variables.map(({ updatesPerStep }) => updatesPerStep);
    expect(counts(apart)).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
    expect(counts(shared)).toEqual([0, 0, 1, 1]);
    expect(counts(both)).toEqual([0, 0, 2, 2]);
    expect(counts(refused)).toEqual([0, 0, 0, 0]);
  });

  it("tells which variables the optimizer moves: those of the first call", () => {
    const trained = apart.variables.filter(({ isTrained }) => isTrained).map(({ name }) => name);
    expect(trained).toEqual(["batch_normalization/gamma:0", "batch_normalization/beta:0"]);
  });

  it("has one moving mean for both calls where it is shared", () => {
    expect(shared.trained?.movingMeans[0]).toBe(shared.trained?.movingMeans[1]);
    expect(apart.trained?.movingMeans[1]).toEqual(new Float64Array(41));
  });

  it("leaves 0.9²ᵗ of the way to the batches where both calls move it (0.5 % of 13)", () => {
    const left = (model: typeof apart): number => {
      const end = model.trained!.batchMeans[0]!.reduce((sum, mean) => sum + mean) / 40;
      return 1 - model.trained!.movingMeans[0]![10]! / end;
    };
    expect(left(shared)).toBeCloseTo(0.9 ** 10, 2);
    expect(left(both)).toBeCloseTo(0.9 ** 20, 2);
  });

  it("has no numbers where a call is refused", () => {
    expect(refused.trained).toBeNull();
    expect(refused.calls.map(({ state }) => state)).toEqual(["made", "refused"]);
    expect(figureOf("scope=&first_name=bn").calls.map(({ state }) => state)).toEqual([
      "refused",
      "not reached",
    ]);
  });

  it("looks at the last step for one beyond it", () => {
    expect(figureOf("steps=5&step=5").step).toBe(5);
  });
});

describe("the program", () => {
  const textOf = ({ program }: typeof apart): string => program.map(({ text }) => text).join("\n");

  it("says what the controls say, in Python", () => {
    const scoped = textOf(
      figureOf("first_name=a&name=a&scope=siamese&scope_reuse=auto&reuse=true"),
    );
    expect(scoped).toContain('with tf.variable_scope(\n        "siamese"):\n    y1 = ');
    expect(scoped).toContain(
      'with tf.variable_scope(\n        "siamese", reuse=tf.AUTO_REUSE):\n    y2 = tf.layers.batch_normalization(\n        x2, training=training,\n        name="a",\n        reuse=True,',
    );
    expect(textOf(apart)).not.toMatch(/name=|reuse=|variable_scope/);
  });

  it("collects the updates after the first call, or after both", () => {
    const order = (model: typeof apart): readonly number[] =>
      ["y1 = ", "UPDATE_OPS", "y2 = "].map((text) => textOf(model).indexOf(text));
    const [y1 = 0, collected = 0, y2 = 0] = order(shared);
    expect(y1 < collected && collected < y2).toBe(true);
    const [, late = 0, second = 0] = order(both);
    expect(late).toBeGreaterThan(second);
  });

  it("marks the call that raises, and what is not reached", () => {
    const marks = refused.program.map(({ mark }) => mark);
    expect(marks.filter((mark) => mark === "raises")).toHaveLength(1);
    const raising = refused.program[marks.indexOf("raises")];
    expect(raising?.text).toContain("y2 = ");
    expect(new Set(marks.slice(marks.indexOf("raises") + 1))).toEqual(new Set(["not reached"]));
    expect(apart.program.every(({ mark }) => mark === null)).toBe(true);
  });
});

describe("the poster", () => {
  it("draws and says what a fresh result does", () => {
    expect(posterModel.drawing).toEqual(apart.drawing);
    expect(posterModel.sentences).toEqual(apart.sentences);
    expect(posterModel.program).toEqual(apart.program);
    expect(posterModel.channelNames).toEqual(["alcohol"]);
  });

  it("has its numbers within 1e-6", () => {
    const close = { relative: 1e-6, absolute: 1e-6 };
    for (const [i, means] of apart.trained!.movingMeans.entries()) {
      expect(posterModel.trained!.movingMeans[i]).toBeAllClose(means, close);
    }
    const { inferenceOutput, trainingOutput, loss } = apart.trained!;
    expect(posterModel.trained!.inferenceOutput).toBeAllClose(inferenceOutput, close);
    expect(posterModel.trained!.trainingOutput).toBeAllClose(trainingOutput, close);
    expect(posterModel.trained!.loss).toBeAllClose(loss, close);
  });
});
