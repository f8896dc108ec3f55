import { describe, expect, it } from "vitest";
import { adam, sgd } from "@/engine";
import type { BatchNormArguments } from "@/engine";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { trainingRun } from "@/engine/training/training-run";
import type { RunOptions } from "@/engine/training/training-run";

const source = syntheticSource(
  { kind: "drift", means: [3, -20], deviations: [1, 10], driftPerStep: 0.1, degreesOfFreedom: 3 },
  8,
  5,
);
const steps = 30;

type Setting = readonly [string, BatchNormArguments, () => RunOptions];

const ramp = (from: number, to: number) =>
  [
    [0, from],
    [steps, to],
  ] as const;

const settings: readonly Setting[] = [
  ["by itself", {}, () => ({})],
  ["with ghost batches", { virtual_batch_size: 4 }, () => ({})],
  ["with a mask", {}, () => ({ padding: 3, mask: true })],
  ["with a drawn adjustment", { adjustment: { scale: 0.3, bias: 0.5 } }, () => ({ seed: 7 })],
  [
    "with renorm whose bounds follow a schedule",
    { renorm: true, renorm_clipping: { rmax: ramp(1, 3), dmax: ramp(0, 5) } },
    () => ({}),
  ],
  [
    "of SGD with momentum, a penalty and a constraint",
    { gamma_regularizer: "l2", gamma_constraint: "max_norm" },
    () => ({ optimizer: sgd({ learning_rate: 0.1, momentum: 0.9 }) }),
  ],
  ["of Adam", {}, () => ({ optimizer: adam({ learning_rate: 0.1 }) })],
  [
    "of Adam with renorm and an adjustment",
    { renorm: true, renorm_momentum: 0.8, adjustment: { scale: 0.1, bias: 0.1 } },
    () => ({ optimizer: adam({ learning_rate: 0.1, amsgrad: true }), seed: 3 }),
  ],
  ["of a frozen layer", { trainable: false }, () => ({ optimizer: adam() })],
  ["of a frozen layer that still moves", { trainable: false }, () => ({ profile: "tf-2.3-v1" })],
];

describe.each(settings)("a run %s", (_, args, options) => {
  const run = trainingRun(args, source, steps, options());
  const width = source.channels.length;

  it("finds at every step the weights it had, forwards, backwards and in leaps", () => {
    const order = [...Array(steps).keys()].map((i) => i + 1);
    const leaps = [17, 2, 29, 29, 3, 30, 1, 18];
    for (const step of [...order, ...order.toReversed(), ...leaps]) {
      const layer = run.layerAt(step);
      const found = Object.fromEntries(
        layer.weights.map(({ name, value }) => [name.slice(name.lastIndexOf("/") + 1), value]),
      );
      const row = (values: Float64Array): Float64Array =>
        values.subarray((step - 1) * width, step * width);
      expect(Float64Array.from(found["gamma"]!.data)).toEqual(row(run.statistics.gamma));
      expect(Float64Array.from(found["beta"]!.data)).toEqual(row(run.statistics.beta));
      expect(Float64Array.from(found["moving_mean"]!.data)).toEqual(row(run.statistics.movingMean));
      expect(Float64Array.from(found["moving_variance"]!.data)).toEqual(
        row(run.statistics.movingVariance),
      );
    }
  });

  it("replays every step's call: its outputs, its correction and its count are those recorded", () => {
    for (const step of [30, 7, 6, 8, 1, 13]) {
      const { call, trainingOutputs } = run.inspect(step);
      const at = (step - 1) * width;
      const outputs = (channel: number): number[] =>
        Array.from(trainingOutputs).filter((_y, i) => i % width === channel);
      for (let channel = 0; channel < width; channel++) {
        expect(Math.min(...outputs(channel))).toBe(run.statistics.trainingMinimum[at + channel]);
        expect(Math.max(...outputs(channel))).toBe(run.statistics.trainingMaximum[at + channel]);
      }
      const { renorm } = run.statistics;
      expect(call.renorm && [...call.renorm.r, ...call.renorm.d]).toEqual(
        renorm && [...renorm.r.subarray(at, at + width), ...renorm.d.subarray(at, at + width)],
      );
    }
  });

  it("says the same of a step whatever was looked at before", () => {
    const fresh = trainingRun(args, source, steps, options());
    const expected = fresh.inspect(20);
    for (const before of [1, 19, 20, 21, 30]) {
      run.inspect(before);
      expect(run.inspect(20)).toEqual(expected);
    }
  });
});

describe("what a run keeps to go back to", () => {
  it.each([
    [1, 1],
    [9, 3],
    [30, 5],
    [1000, 32],
  ])("of %i steps is the weights of %i of them", (count, kept) => {
    const { checkpoints } = trainingRun({}, source, count);
    expect(checkpoints.kept).toHaveLength(kept);
    expect(checkpoints.interval).toBe(Math.ceil(Math.sqrt(count)));
  });

  it("lets any step be reached by fewer steps than lie between two of them", () => {
    const run = trainingRun({}, source, 100);
    for (const step of [100, 99, 11, 10, 1, 55]) {
      expect(Array.from(run.approach(step)).length).toBeLessThan(run.checkpoints.interval);
    }
  });

  it("makes the step after the one looked at a single step away", () => {
    const run = trainingRun({}, source, 100);
    run.inspect(58);
    expect(Array.from(run.approach(59))).toEqual([58]);
    run.inspect(59);
    expect(Array.from(run.approach(60))).toEqual([59]);
    expect(Array.from(run.approach(60))).toEqual([]);
  });
});
