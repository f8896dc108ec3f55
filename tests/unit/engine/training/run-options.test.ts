import { describe, expect, it } from "vitest";
import { BatchNormalization, sgd, tensor } from "@/engine";
import type { BatchNormArguments, Tensor } from "@/engine";
import { paddedSource, paddingMask } from "@/engine/data/padded-source";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { trainingRun } from "@/engine/training/training-run";
import type { RunOptions } from "@/engine/training/training-run";
import { mean, range, variance } from "../support/naive";
import { refusedBy } from "../support/refused";

const width = 2;
const batchSize = 8;
const steps = 6;
const source = syntheticSource(
  { kind: "gaussian", means: [3, -20], deviations: [1, 10], driftPerStep: 0, degreesOfFreedom: 3 },
  batchSize,
  5,
);
const inputsOf = (step: number): Tensor =>
  tensor(source.batch(step).values, { shape: [batchSize, width] });
const row = (values: Float64Array, index: number): number[] =>
  Array.from(values.subarray(index * width, (index + 1) * width));
const column = (values: ArrayLike<number>, c: number): number[] =>
  Array.from(values).filter((_, i) => i % width === c);

const run = (args: BatchNormArguments, options: RunOptions = {}) =>
  trainingRun(args, source, steps, options);

describe("a run of another version", () => {
  it("follows it: a frozen layer of the V1 flavour still normalizes with its batches", () => {
    const frozen = { trainable: false };
    expect(run(frozen, { profile: "tf-2.3-v1" }).inspect(3).usesBatch).toBe(true);
    expect(run(frozen, { profile: "tf-2.3-v2" }).inspect(3).usesBatch).toBe(false);
  });

  it("fails as it does, naming the argument", () => {
    expect(
      refusedBy(() => run({ adjustment: { scale: 0.1, bias: 0 } }, { profile: "tf-1.4" })),
    ).toEqual({
      code: "argument-unknown",
      kind: "TypeError",
      message:
        'Keyword argument not understood: adjustment. Received: adjustment={"scale":0.1,"bias":0}',
    });
  });
});

describe("a run with an optimizer", () => {
  const args = { gamma_regularizer: "l2", gamma_constraint: "non_neg", renorm: true } as const;
  const optimized = run(args, { optimizer: sgd({ learning_rate: 0.1, momentum: 0.9 }) });

  it("records γ and β of a loop of training calls and steps, bit for bit", () => {
    const layer = new BatchNormalization(args);
    const optimizer = sgd({ learning_rate: 0.1, momentum: 0.9 });
    for (const step of range(steps).map((i) => i + 1)) {
      const trace = layer.trace(inputsOf(step), { training: true });
      const { outputs } = trace;
      const data = outputs.data.map((y) => y / outputs.data.length);
      optimizer.step(layer, trace.vjp({ ...outputs, data }));
      const [gamma, beta] = layer.getWeights();
      expect(row(optimized.statistics.gamma, step)).toEqual(Array.from(gamma!.data));
      expect(row(optimized.statistics.beta, step)).toEqual(Array.from(beta!.data));
    }
  });

  it("moves γ towards 0, and leaves it at 1 without one", () => {
    expect(row(optimized.statistics.gamma, 0)).toEqual([1, 1]);
    for (const gamma of row(optimized.statistics.gamma, steps)) expect(gamma).toBeLessThan(0.9);
    expect(row(run(args).statistics.gamma, steps)).toEqual([1, 1]);
  });

  it("is inspected with the weights each step found, in any order", () => {
    const last = optimized.inspect(6);
    const third = optimized.inspect(3);
    expect(optimized.inspect(6)).toEqual(last);
    const layer = new BatchNormalization(args);
    const optimizer = sgd({ learning_rate: 0.1, momentum: 0.9 });
    let outputs: Tensor | null = null;
    for (const step of [1, 2, 3]) {
      const trace = layer.trace(inputsOf(step), { training: true });
      outputs = trace.outputs;
      const data = outputs.data.map((y) => y / trace.outputs.data.length);
      optimizer.step(layer, trace.vjp({ ...outputs, data }));
    }
    expect(Array.from(third.trainingOutputs)).toEqual(Array.from(outputs!.data));
  });
});

describe("what a step did to its examples", () => {
  const cases: readonly [string, BatchNormArguments][] = [
    ["plain", {}],
    ["ghost batches", { virtual_batch_size: 4 }],
    ["renorm", { renorm: true, renorm_clipping: { rmax: 1.5, rmin: 0.5, dmax: 0.5 } }],
    ["adjustment", { adjustment: { scale: 0.2, bias: 0.3 } }],
    ["renorm of ghost batches", { renorm: true, virtual_batch_size: 2 }],
    ["renorm and adjustment", { renorm: true, adjustment: { scale: 0.2, bias: 0.3 } }],
    ["frozen", { trainable: false }],
  ];

  it.each(cases)("explains its outputs to 1e-12 in float64: %s", (_, args) => {
    const inspected = run({ ...args, dtype: "float64", epsilon: 0.01 }).inspect(4);
    const { call, inputs, trainingOutputs } = inspected;
    const explained = Array.from(inputs, (x, i) => {
      const c = i % width;
      const ghost = Math.floor(i / width) % call.ghostBatches;
      const at = ghost * width + c;
      const normalized = (x - call.used.mean[at]!) / Math.sqrt(call.used.variance[at]! + 0.01);
      expect(call.normalized[i]).toBeCloseTo(normalized, 12);
      const corrected = call.renorm
        ? normalized * call.renorm.r[c]! + call.renorm.d[c]!
        : normalized;
      const { scale, bias } = call.adjustment ?? {};
      const adjusted = corrected * (scale?.[i] ?? 1) + (bias?.[i] ?? 0);
      return adjusted * call.gamma[c]! + call.beta[c]!;
    });
    expect(explained).toBeAllClose(trainingOutputs, { relative: 1e-12, absolute: 1e-12 });
  });

  it("tells what was clipped, in the step and over the run", () => {
    const clipping = { rmin: 0.9, dmax: 0.5 };
    const clipped = run({ renorm: true, renorm_clipping: clipping });
    const { renorm } = clipped.inspect(1).call;
    expect(renorm!.unclipped.d[0]).toBeGreaterThan(0.5);
    expect(renorm!.d[0]).toBe(0.5);
    const history = clipped.statistics.renorm!;
    expect(row(history.unclipped.d, 0)).toEqual(Array.from(renorm!.unclipped.d));
    expect(row(history.d, 0)).toEqual(Array.from(renorm!.d));
    expect([history.rmin[0], history.rmax[0], history.dmax[0]]).toEqual([0.9, Infinity, 0.5]);
    expect(run({}).inspect(1).call.renorm).toBeNull();
    expect(run({}).statistics.renorm).toBeNull();
    expect(run({ renorm: true, trainable: false }).statistics.renorm).toBeNull();
  });

  it("knows what ghost batches of neighbours would have been", () => {
    const { inputs, contiguousGhosts } = run({ virtual_batch_size: 4 }).inspect(2);
    const size = inputs.length / width / 2;
    for (const ghost of [0, 1]) {
      for (const c of range(width)) {
        const values = column(inputs, c).slice(ghost * size, (ghost + 1) * size);
        expect(contiguousGhosts!.mean[ghost * width + c]).toBeCloseTo(mean(values), 12);
        expect(contiguousGhosts!.variance[ghost * width + c]).toBeCloseTo(variance(values), 12);
      }
    }
    expect(run({}).inspect(2).contiguousGhosts).toBeNull();
  });

  it("counts ghost batches, and averages their statistics in the record", () => {
    const ghosts = run({ virtual_batch_size: 4, dtype: "float64" });
    const { inputs, call } = ghosts.inspect(2);
    expect(call.ghostBatches).toBe(2);
    for (const c of range(width)) {
      const values = column(inputs, c);
      const variances = [0, 1].map((g) => variance(values.filter((_, i) => i % 2 === g)));
      expect(row(ghosts.statistics.batchVariance, 1)[c]).toBeCloseTo(mean(variances), 12);
    }
  });
});

describe("padding", () => {
  it("puts zeros in place of the last examples, and not more than there are", () => {
    const { values } = paddedSource(source, 3).batch(2);
    expect(values.slice(0, 10)).toEqual(source.batch(2).values.slice(0, 10));
    expect(Array.from(values.slice(10))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(new Set(paddedSource(source, 99).batch(2).values)).toEqual(new Set([0]));
    expect(paddedSource(source, 0)).toBe(source);
    expect(paddingMask(source, 3)).toEqual([1, 1, 1, 1, 1, 0, 0, 0]);
    expect(new Set(paddingMask(source, 99))).toEqual(new Set([0]));
  });

  it("counts in the statistics without a mask, and does not with one", () => {
    const padded = run({ momentum: 0, dtype: "float64" }, { padding: 3 });
    const masked = run({ momentum: 0, dtype: "float64" }, { padding: 3, mask: true });
    for (const c of range(width)) {
      const values = column(source.batch(6).values, c).slice(0, 5);
      expect(row(padded.statistics.movingMean, 6)[c]).toBeCloseTo(mean([...values, 0, 0, 0]), 12);
      expect(row(masked.statistics.movingMean, 6)[c]).toBeCloseTo(mean(values), 12);
      expect(row(masked.statistics.movingVariance, 6)[c]).toBeCloseTo(variance(values), 12);
      expect(row(masked.statistics.batchMean, 5)[c]).toBeCloseTo(mean(values), 12);
    }
  });

  it("cannot be masked in a version whose call has no mask", () => {
    expect(refusedBy(() => run({}, { padding: 1, mask: true, profile: "tf-2.3-v2" }))).toEqual({
      code: "mask-unsupported",
      kind: "TypeError",
      message:
        "mask must be left out: the call got an unexpected keyword argument mask in this version. Received: mask=a mask",
    });
  });
});

describe("the extents of training outputs", () => {
  it.each<[string, BatchNormArguments]>([
    ["plain", {}],
    ["ghost batches", { virtual_batch_size: 2 }],
    ["adjustment", { adjustment: { scale: 0.5, bias: 1 } }],
  ])("are those of the outputs themselves: %s", (_, args) => {
    const made = run(args);
    const { statistics } = made;
    const { trainingOutputs } = made.inspect(5);
    for (const c of range(width)) {
      const outputs = column(trainingOutputs, c);
      expect(row(statistics.trainingMinimum, 4)[c]).toBe(Math.min(...outputs));
      expect(row(statistics.trainingMaximum, 4)[c]).toBe(Math.max(...outputs));
    }
  });
});
