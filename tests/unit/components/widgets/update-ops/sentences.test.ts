import { describe, expect, it } from "vitest";
import { constant } from "@/engine/spec/constant";
import { figureOf, tableOf } from "./support";

describe("the sentences", () => {
  it("say that nobody ran the update operations, and what comes of it", () => {
    expect(figureOf().sentences).toEqual([
      "50 steps have run and the moving mean of alcohol is still 0 and its moving variance 1: nobody ran the update operations.",
      "The run’s first example comes out as 1.43 in training mode and as 18.4 in inference mode; its target is 3.12.",
      "The loss went from 2.6 to 1.08, so nothing in training tells. Over all channels the first batch has a loss of 1.39 in training mode and of 95,000 in inference mode.",
      "train_step needs minimize. AssignMovingAvg and AssignMovingAvg_1 are in the graph too, but nothing that is run needs them.",
    ]);
  });

  it("say how far the moving statistics have come where the step runs them", () => {
    expect(figureOf({ run_update_ops: true }).sentences).toEqual([
      "50 steps have run, and each ran the update operations: at momentum 0.99, 60.5\u00a0% of the initial value is left in the moving statistics of alcohol (moving mean 5.134, batch mean 13.03).",
      "The run’s first example comes out as 1.43 in training mode and as 12.6 in inference mode; its target is 3.12.",
      expect.stringMatching(/^The loss went from 2\.6 to 1\.08\. Over all channels/),
      "train_step needs minimize, AssignMovingAvg and AssignMovingAvg_1, so every session.run of it runs the whole graph.",
    ]);
  });

  it("tell a list that was asked for too early from one that was not asked for", () => {
    const [main] = figureOf({ run_update_ops: true, collect_before_layer: true }).sentences;
    expect(main).toBe(
      "50 steps have run and the moving mean of alcohol is still 0 and its moving variance 1: the program asked for UPDATE_OPS before there was a layer, and got an empty list.",
    );
    expect(figureOf({ collect_before_layer: true }).sentences).toEqual(figureOf().sentences);
  });

  it("count one step in the singular, and have no course of the loss for it", () => {
    const [main, , loss] = figureOf({ step: 1 }).sentences;
    expect(main).toMatch(/^1 step has run and/);
    expect(loss).toMatch(/^The step’s loss is 2\.6\. Over all channels/);
  });

  it("do not claim that a momentum of 1 moved anything, nor that one of 0 remembers", () => {
    const at = (momentum: number): string =>
      figureOf({ run_update_ops: true, momentum }).sentences[0]!;
    expect(at(1)).toMatch(/each ran the update operations, which at momentum 1 move nothing: /);
    expect(at(0)).toMatch(/at momentum 0, nothing of the initial value is left/);
  });

  it("name the first number that is not finite, and why", () => {
    const large = figureOf({ learning_rate: 10, steps: 300, data: "own" }, tableOf("a", [1, 2, 4]));
    expect(large.sentences[0]).toMatch(
      /^From step \d+ on the (gamma|beta) of a is (−?∞|NaN): the learning rate/,
    );
    const infinite = figureOf({ data: "own", batch_size: 3 }, tableOf("a", [1, Infinity, 4]));
    expect(infinite.sentences).toEqual([
      "From step 1 on the gamma of a is NaN: the learning rate or the data is too large for float32, or a batch held a number that is not finite, and no later step mends it.",
      expect.stringMatching(/^train_step needs minimize\./),
    ]);
    const start = figureOf({ moving_mean_initializer: constant(1e39) });
    expect(start.sentences[0]).toBe(
      "From the start the moving mean of alcohol is ∞: its initial value is too large for float32, and no later step mends it.",
    );
  });
});
