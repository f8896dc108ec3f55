import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, Tensor, Trace } from "@/engine";
import { constant } from "@/engine/spec/constant";
import { naiveChannels } from "../support/naive";
import { bitsOf, float32, float64, stateOf, uniformNumbers } from "../support/tensors";

const args: BatchNormArguments = {
  dtype: "float64",
  momentum: 0.5,
  gamma_initializer: constant(3),
  beta_initializer: constant(-2),
};
const shape = [4, 3, 2];
const x = float64(shape, uniformNumbers(shape, -5, 11));

/** What each element finds at its channel. */
const spread = (perChannel: Tensor, axes: readonly number[]): number[] =>
  naiveChannels(shape, axes).map((channel) => perChannel.data[channel]!);

const along = (reductionAxes: number[], parameterShape: number[], m: number): Partial<Trace> => ({
  reductionAxes,
  parameterShape,
  samplesPerStatistic: m,
});

describe.each<[string, number | number[], number[], Partial<Trace>]>([
  ["axis 0", 0, [0], along([1, 2], [4], 6)],
  ["axis 1", 1, [1], along([0, 2], [3], 8)],
  ["the last axis", -1, [2], along([0, 1], [2], 12)],
  ["axes 1 and 2", [1, 2], [1, 2], along([0], [1, 3, 2], 4)],
])("a trace along %s", (_, axis, axes, expected) => {
  describe.each([true, false])("with training %s", (training) => {
    const layer = new BatchNormalization({ ...args, axis });
    layer.call(x, { training: true });
    const before = layer.getWeights();
    const trace = layer.trace(x, { training });
    const after = layer.getWeights();

    it("names the averaged axes, the parameter shape and m", () => {
      expect(trace).toMatchObject(expected);
      expect(trace).toMatchObject({ mode: training ? "training" : "inference", fused: false });
    });

    it("has outputs = γ · normalized + β within 1e-12", () => {
      const { outputs, normalized } = trace;
      const gamma = spread(trace.gamma!, axes);
      const beta = spread(trace.beta!, axes);
      expect(normalized).toMatchObject({ shape, dtype: "float64" });
      expect(outputs.data).toBeAllClose(
        normalized.data.map((value, i) => gamma[i]! * value + beta[i]!),
        { absolute: 1e-12 },
      );
    });

    it("has normalized = (x − used mean)/√(used variance + ε) within 1e-12", () => {
      const means = spread(trace.used.mean, axes);
      const variances = spread(trace.used.variance, axes);
      expect(trace.normalized.data).toBeAllClose(
        x.data.map((value, i) => (value - means[i]!) / Math.sqrt(variances[i]! + 0.001)),
        { absolute: 1e-12 },
      );
    });

    it("has outputs = x · effectiveScale + effectiveOffset, exactly", () => {
      const scale = spread(trace.effectiveScale, axes);
      const offset = spread(trace.effectiveOffset, axes);
      expect(trace.outputs.data).toEqual(x.data.map((value, i) => value * scale[i]! + offset[i]!));
    });

    it("shapes every statistic and parameter alike", () => {
      const { used, moving, gamma, beta, effectiveScale, effectiveOffset } = trace;
      const statistics = [used, moving.before, moving.after].flatMap((s) => [s.mean, s.variance]);
      const all = [...statistics, gamma!, beta!, effectiveScale, effectiveOffset];
      expect(all.map((each) => each.shape)).toEqual(all.map(() => expected.parameterShape));
      expect(all.map((each) => each.dtype)).toEqual(all.map(() => "float64"));
    });

    it("holds the moving statistics of before and after the call", () => {
      const { moving } = trace;
      expect([moving.before.mean, moving.before.variance]).toEqual(before.slice(2));
      expect([moving.after.mean, moving.after.variance]).toEqual(after.slice(2));
      if (training) expect(after[2]).not.toEqual(before[2]);
      else expect(after).toEqual(before);
    });

    it("used the batch's own statistics in training and the moving ones in inference", () => {
      expect(trace.used).toEqual(training ? trace.batch : trace.moving.before);
      expect(trace.batch === null).toBe(!training);
    });
  });
});

describe("a trace", () => {
  it("has no γ and no β where the layer has none", () => {
    const layer = new BatchNormalization({ center: false, scale: false });
    const trace = layer.trace(x, { training: true });
    const { gamma, beta, outputs, normalized } = trace;
    expect([gamma, beta]).toEqual([null, null]);
    // A float32 layer rounds at each operation, the trace's normalized values once.
    expect(outputs.data).toBeAllClose(normalized.data, { relative: 2e-6, absolute: 1e-6 });
    expect(Object.keys(trace.vjp(outputs))).toEqual(["inputs"]);
  });

  it("is a call: same outputs and weights as call, bit for bit, over six calls", () => {
    for (const given of [{}, args, { ...args, axis: [0, 1] }, { scale: false, axis: 1 }]) {
      const [called, traced] = [new BatchNormalization(given), new BatchNormalization(given)];
      for (const training of [true, false, true, true, null, false]) {
        const outputs = called.call(x, { training });
        expect(bitsOf(traced.trace(x, { training }).outputs)).toBe(bitsOf(outputs));
        expect(stateOf(traced)).toEqual(stateOf(called));
      }
    }
  });

  it("says when TensorFlow would take its fused implementation", () => {
    const fused = new BatchNormalization().trace(float32([1, 1, 1, 1], [1]));
    expect(fused.fused).toBe(true);
  });
});
