import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import type { BatchNormArguments, DType, Tensor } from "@/engine";

interface Numbers {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

interface GoldenRecord {
  readonly case: string;
  readonly dtype: DType;
  readonly args: BatchNormArguments;
  readonly fused_after_build: boolean;
  readonly weight_order: readonly string[];
  readonly trainable_weights: readonly string[];
  readonly count_params: number;
  readonly steps: readonly {
    readonly training: boolean;
    readonly x: Numbers;
    readonly dy: Numbers;
    readonly y: Numbers;
    readonly dx: Numbers;
    readonly dgamma?: Numbers | null;
    readonly dbeta?: Numbers | null;
    readonly weights_after: Readonly<Record<string, Numbers>>;
  }[];
}

const file = new URL("vectors/keras-2-v2.json", import.meta.url);
const { records } = JSON.parse(readFileSync(file, "utf8")) as { records: readonly GoldenRecord[] };

const tolerances = {
  float64: {
    values: { relative: 1e-10, absolute: 1e-10 },
    dx: { relative: 1e-10, absolute: 1e-10 },
  },
  float32: { values: { relative: 2e-6, absolute: 1e-6 }, dx: { relative: 1e-5, absolute: 1e-5 } },
} as const;

const last = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

describe("the reference backend equals tf-keras 2.21 (float64 1e-10; float32 2e-6 relative + 1e-6, dx 1e-5)", () => {
  it("has every unfused case the engine's arguments can express, in both dtypes", () => {
    const names = (dtype: DType): string[] =>
      records.filter((r) => r.dtype === dtype && !r.fused_after_build).map((r) => r.case);
    expect(names("float64")).toEqual(names("float32"));
    expect(names("float32")).toEqual([
      "plain_2d", "plain_2d_batch1", "rank1_axis0", "plain_3d_axis1", "axis2_4d", "multi_axis_12_3d",
      "multi_axis_13_4d", "no_center", "no_scale", "eps_large", "momentum1", "frozen",
    ]); // prettier-ignore
  });

  describe.each(records.map((record) => [`${record.case}/${record.dtype}`, record] as const))(
    "%s",
    (_, record) => {
      const given = (numbers: Numbers): Tensor =>
        tensor(Float64Array.from(numbers.data), { shape: numbers.shape, dtype: record.dtype });
      const { values, dx } = tolerances[record.dtype];
      const layer = new BatchNormalization({ ...record.args, dtype: record.dtype });
      layer.build(record.steps[0]!.x.shape);

      it("has the weights, their order, their count and the path TensorFlow has", () => {
        expect(layer.weights.map((w) => last(w.name))).toEqual(record.weight_order);
        expect(layer.trainableWeights.map((w) => last(w.name))).toEqual(record.trainable_weights);
        expect(layer.countParams()).toBe(record.count_params);
        expect(layer.fused).toBe(record.fused_after_build);
      });

      it.each(
        record.steps.map(
          (step, i) => [i + 1, step.training ? "training" : "inference", step] as const,
        ),
      )("call %i, %s: outputs, gradients and weights", (_call, _mode, step) => {
        const trace = layer.trace(given(step.x), { training: step.training });
        const gradients = trace.vjp(given(step.dy));
        expect(trace.outputs).toMatchObject({ shape: step.y.shape, dtype: record.dtype });
        expect(trace.outputs.data).toBeAllClose(step.y.data, values);
        expect(gradients.inputs.data).toBeAllClose(step.dx.data, dx);
        for (const [gradient, expected] of [
          [gradients.gamma, step.dgamma],
          [gradients.beta, step.dbeta],
        ] as const) {
          expect(gradient?.shape).toEqual(expected?.shape);
          if (gradient && expected) expect(gradient.data).toBeAllClose(expected.data, values);
        }
        for (const weight of layer.weights) {
          const expected = step.weights_after[last(weight.name)]!;
          expect(weight.value.shape).toEqual(expected.shape);
          expect(weight.value.data).toBeAllClose(expected.data, values);
        }
      });
    },
  );
});
