import { describe, expect, it } from "vitest";
import { programFor } from "@/components/widgets/update-ops/program";
import { constant } from "@/engine/spec/constant";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";

const programOf = (patch: Partial<Experiment> = {}) =>
  programFor({ ...defaultExperiment, ...patch });

const textOf = (patch: Partial<Experiment> = {}): string =>
  programOf(patch)
    .filter(({ mark }) => mark !== "missing")
    .map(({ text }) => text)
    .join("\n");

const collect = "update_ops = tf.get_collection(\n    tf.GraphKeys.UPDATE_OPS)";

describe("the program", () => {
  it("shows the line that is missing, and marks no other", () => {
    expect(programOf().filter(({ mark }) => mark !== null)).toEqual([
      { text: collect, mark: "missing" },
    ]);
    expect(textOf()).toContain("train_step = tf.group(train_op)\n");
    expect(textOf()).not.toContain("update_ops");
  });

  it("marks what the switch adds", () => {
    expect(programOf({ run_update_ops: true }).filter(({ mark }) => mark !== null)).toEqual([
      { text: collect, mark: "added" },
      { text: "train_step = tf.group(\n    train_op, update_ops)", mark: "added" },
    ]);
  });

  it("puts the line above the layer where it is too early", () => {
    const lines = programOf({ run_update_ops: true, collect_before_layer: true });
    const at = lines.findIndex(({ mark }) => mark === "too early");
    expect(lines[at]).toEqual({ text: collect, mark: "too early" });
    expect(lines[at + 1]!.text).toMatch(/^y = tf\.layers\.batch_normalization/);
    expect(lines.filter(({ text }) => text === collect)).toHaveLength(1);
    expect(textOf({ collect_before_layer: true })).toBe(textOf());
  });

  it("hands the layer what is not the default, and always the placeholder", () => {
    expect(textOf()).toContain("y = tf.layers.batch_normalization(\n    x, training=training)\n");
    const text = textOf({
      momentum: 0.9,
      epsilon: 0.01,
      moving_mean_initializer: constant(13),
      moving_variance_initializer: { class_name: "RandomUniform", config: { minval: 0.5 } },
      learning_rate: 0.2,
      steps: 10,
      batch_size: 4,
    });
    expect(text).toContain(
      "    x, training=training,\n    momentum=0.9,\n    epsilon=0.01,\n    moving_mean_initializer=tf.constant_initializer(13),\n    moving_variance_initializer=tf.random_uniform_initializer(minval=0.5))\n",
    );
    expect(text).toContain(".GradientDescentOptimizer(0.2))");
    expect(text).toContain("# 10 batches of 4");
  });

  it("has lines that a phone shows whole", () => {
    const longest = Math.max(
      ...textOf()
        .split("\n")
        .map((line) => line.length),
    );
    expect(longest).toBeLessThanOrEqual(39);
  });
});
