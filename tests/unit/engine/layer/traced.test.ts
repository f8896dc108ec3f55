import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import type { BatchNormArguments, Tensor, Trace } from "@/engine";
import { bitsOf, float64, stateOf, uniformNumbers } from "../support/tensors";

const shape = [6, 2, 3];
const x = float64(shape, uniformNumbers(shape, -2, 8));
const float: BatchNormArguments = { dtype: "float64", momentum: 0.5 };
const close = { relative: 1e-12, absolute: 1e-12 };

const traceOf = (args: BatchNormArguments, training = true): Trace =>
  new BatchNormalization({ ...float, ...args }).trace(x, { training });

describe("the trace of ghost batches", () => {
  const trace = traceOf({ virtual_batch_size: 2 });

  it("holds one row of statistics per ghost batch in second place, and their shared average", () => {
    const { batch, sharedBatch, used, effectiveScale, effectiveOffset } = trace;
    expect(trace.parameterShape).toEqual([1, 1, 1, 3]);
    for (const each of [batch!.mean, batch!.variance, used.mean, effectiveScale, effectiveOffset]) {
      expect(each.shape).toEqual([1, 3, 1, 3]);
    }
    expect(sharedBatch!.mean.shape).toEqual([1, 1, 1, 3]);
    const average = (values: Tensor): number[] =>
      [0, 1, 2].map((c) => (values.data[c]! + values.data[3 + c]! + values.data[6 + c]!) / 3);
    expect(sharedBatch!.mean.data).toBeAllClose(average(batch!.mean), close);
    expect(sharedBatch!.variance.data).toBeAllClose(average(batch!.variance), close);
  });

  it("has outputs = x · effectiveScale + effectiveOffset of the example's ghost batch, exactly", () => {
    const expected = x.data.map((value, i) => {
      const channel = (Math.floor(i / 6) % 3) * 3 + (i % 3);
      return value * trace.effectiveScale.data[channel]! + trace.effectiveOffset.data[channel]!;
    });
    expect(trace.outputs.data).toEqual(expected);
  });

  it("moves its statistics towards the shared average, within 1e-12", () => {
    const { moving, sharedBatch } = trace;
    expect(moving.after.mean.data).toBeAllClose(
      sharedBatch!.mean.data.map((value) => value / 2),
      close,
    );
    expect(moving.after.variance.data).toBeAllClose(
      sharedBatch!.variance.data.map((value) => (1 + value) / 2),
      close,
    );
  });

  it("counts the elements behind each statistic: 2 examples of 2 positions", () => {
    expect(trace).toMatchObject({ ghostBatches: 3, samplesPerStatistic: 4, reductionAxes: [0, 1] });
  });

  it("at inference is that of the whole batch", () => {
    const inference = traceOf({ virtual_batch_size: 2 }, false);
    expect(inference).toMatchObject({ ghostBatches: 1, samplesPerStatistic: 12, batch: null });
    expect(inference.sharedBatch).toBeNull();
    expect(inference.used.mean.shape).toEqual([1, 1, 1, 3]);
  });

  it("of no example has no rows, and NaN for the shared average", () => {
    const layer = new BatchNormalization({ ...float, virtual_batch_size: 2 });
    const { ghostBatches, batch, sharedBatch } = layer.trace(float64([0, 1], []), {
      training: true,
    });
    expect(ghostBatches).toBe(0);
    expect(batch!.mean).toEqual(float64([1, 0, 1], []));
    expect([...sharedBatch!.mean.data]).toEqual([Number.NaN]);
  });
});

describe("the trace of renorm", () => {
  it("has outputs = γ·(x̂·r + d) + β and the line of it, within 1e-12", () => {
    const trace = traceOf({ renorm: true, beta_initializer: "ones" });
    const { outputs, normalized, renorm, effectiveScale, effectiveOffset } = trace;
    const at = (values: Tensor, i: number): number => values.data[i % 3]!;
    expect(outputs.data).toBeAllClose(
      normalized.data.map((value, i) => value * at(renorm!.r, i) + at(renorm!.d, i) + 1),
      close,
    );
    expect(outputs.data).toBeAllClose(
      x.data.map((value, i) => value * at(effectiveScale, i) + at(effectiveOffset, i)),
      close,
    );
    expect([renorm!.r.shape, renorm!.d.shape, renorm!.beforeClipping.r.shape]).toEqual([
      [3],
      [3],
      [3],
    ]);
    expect(renorm!.bounds).toEqual({});
  });

  it("is null without renorm", () => {
    expect(traceOf({}).renorm).toBeNull();
  });
});

describe("the trace of an adjustment", () => {
  it("holds scale and bias as they were given, and the line that they are applied to", () => {
    const trace = traceOf({
      adjustment: () => [
        [2, 3, 4],
        [[1], [5]],
      ],
      center: false,
    });
    const { adjustment, outputs, effectiveScale, effectiveOffset } = trace;
    expect(adjustment).toEqual({
      scale: float64([3], [2, 3, 4]),
      bias: float64([2, 1], [1, 5]),
    });
    expect(outputs.data).toBeAllClose(
      x.data.map((value, i) => {
        const line = value * effectiveScale.data[i % 3]! + effectiveOffset.data[i % 3]!;
        return line * (2 + (i % 3)) + (Math.floor(i / 3) % 2 === 0 ? 1 : 5);
      }),
      close,
    );
  });

  it("is null without one", () => {
    expect(traceOf({}).adjustment).toBeNull();
  });
});

describe("the weights of a trace", () => {
  it.each<[string, BatchNormArguments, string[]]>([
    ["a plain layer", {}, ["gamma", "beta", "moving_mean", "moving_variance"]],
    [
      "a layer without γ and β",
      { scale: false, center: false },
      ["moving_mean", "moving_variance"],
    ],
    [
      "a layer with renorm",
      { renorm: true },
      [
        "gamma",
        "beta",
        "moving_mean",
        "moving_variance",
        "moving_stddev",
        "renorm_mean",
        "renorm_stddev",
      ],
    ],
  ])("of %s are all of them, as before and as after the call", (_, args, names) => {
    const layer = new BatchNormalization({ ...float, ...args });
    layer.build(shape);
    const values = (): Tensor[] => [...layer.getWeights()];
    const before = values();
    const { weights } = layer.trace(x, { training: true });
    expect(Object.keys(weights.before)).toEqual(names);
    expect(Object.values(weights.before)).toEqual(before);
    expect(Object.keys(weights.after)).toEqual(names);
    expect(Object.values(weights.after)).toEqual(values());
    expect(values()).not.toEqual(before);
  });

  it("are copies: writing into them reaches neither the layer nor a later gradient", () => {
    const layer = new BatchNormalization({ ...float, renorm: true });
    const trace = layer.trace(x, { training: true });
    const [state, gradient] = [stateOf(layer), bitsOf(trace.vjp(x).gamma!)];
    for (const side of [trace.weights.before, trace.weights.after]) {
      for (const weight of Object.values(side)) weight.data.fill(99);
    }
    expect(stateOf(layer)).toEqual(state);
    expect(bitsOf(trace.vjp(x).gamma!)).toBe(gradient);
  });
});

it("a trace of a float16 layer has float16 outputs and float32 statistics", () => {
  const half = tensor(
    [
      [1, 2],
      [3, 5],
    ],
    { dtype: "float16" },
  );
  const trace = new BatchNormalization({ dtype: "float16" }).trace(half, { training: true });
  expect([trace.outputs, trace.normalized].map(({ dtype }) => dtype)).toEqual([
    "float16",
    "float16",
  ]);
  const { used, effectiveScale, gamma } = trace;
  expect([used.mean, used.variance, effectiveScale, gamma!].map(({ dtype }) => dtype)).toEqual(
    new Array(4).fill("float32"),
  );
});
