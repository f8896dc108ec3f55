import { describe, expect, it } from "vitest";
import type { DType, ProfileId, Tensor } from "@/engine";
import { profileIds, v2Profiles } from "../laws/problems";
import { float32, float64, shaped, weightOf } from "../support/tensors";
import { make } from "./layers";
import type { AnyArguments } from "./layers";

const train = (args: AnyArguments, x: Tensor, profile?: ProfileId): number[] =>
  Array.from(make({ dtype: x.dtype, ...args }, profile).call(x, { training: true }).data);

const column = (dtype: DType, ...values: readonly number[]): Tensor =>
  shaped(dtype)([values.length, 1], values);
const image = (dtype: DType, ...values: readonly number[]): Tensor =>
  shaped(dtype)([values.length, 1, 1, 1], values);

describe("one element", () => {
  it("becomes β on both paths, as on TensorFlow's CPU (cuDNN gives NaN); the moving variance nears 0", () => {
    for (const profile of profileIds) {
      for (const x of [column("float32", -7), image("float32", -7)]) {
        const layer = make({ beta_initializer: "ones", momentum: 0.5 }, profile);
        expect(layer.call(x, { training: true }).data).toBeAllClose([1], { absolute: 2e-5 });
        expect(layer.fused).toBe(x.shape.length === 4);
        expect(weightOf(layer, "moving_variance")).toEqual([0.5]);
        expect(weightOf(layer, "moving_mean")).toEqual([-3.5]);
      }
    }
  });
});

describe("a constant channel", () => {
  it("becomes β and has no gradient through its value but dy − ⟨dy⟩ over √ε, as in TensorFlow", () => {
    const layer = make({ dtype: "float64", beta_initializer: "ones", epsilon: 0.25 });
    const trace = layer.trace(column("float64", 5, 5, 5, 5), { training: true });
    expect(Array.from(trace.outputs.data)).toEqual([1, 1, 1, 1]);
    const { inputs, gamma } = trace.vjp(column("float64", 1, 2, 3, 6));
    expect(Array.from(inputs.data)).toEqual([-4, -2, 0, 6]);
    expect(Array.from(gamma!.data)).toEqual([0]);
  });

  it("with ε = 0 becomes NaN: 1/√0 is ∞ and 5·∞ − 5·∞ is none, as in TensorFlow, unfused in every version", () => {
    for (const profile of profileIds) {
      expect(train({ epsilon: 0 }, column("float32", 5, 5), profile)).toEqual([NaN, NaN]);
    }
  });

  it("with ε = 0 becomes NaN fused in the latest Keras 2, and β where the operation raises ε to 1.001e-5", () => {
    for (const profile of profileIds) {
      const expected = profile.startsWith("keras-2") ? [NaN, NaN] : [0, 0];
      expect(train({ epsilon: 0 }, image("float32", 5, 5), profile)).toEqual(expected);
    }
  });

  it("a small ε is raised on the fused path only, at inference too", () => {
    for (const profile of profileIds) {
      const epsilon = profile.startsWith("keras-2") ? 1e-8 : 1.001e-5;
      for (const [x, used] of [
        [image("float32", 2, 2), epsilon],
        [column("float32", 2, 2), 1e-8],
      ] as const) {
        const layer = make({ epsilon: 1e-8, moving_variance_initializer: "zeros" }, profile);
        const { data } = layer.call(x);
        expect(data).toBeAllClose([2 / Math.sqrt(used), 2 / Math.sqrt(used)], { relative: 1e-6 });
      }
    }
  });
});

describe("a negative ε", () => {
  it("is used as given, unfused in every version and fused in the latest Keras 2, and raised by the older operation", () => {
    const root = (variance: number): number[] => [-2, 2].map((c) => c / Math.sqrt(variance));
    for (const profile of profileIds) {
      const raised = profile.startsWith("keras-2") ? -1 : 1.001e-5;
      const unfused = train({ epsilon: -1 }, column("float32", 0, 4), profile);
      const fused = train({ epsilon: -1 }, image("float32", 0, 4), profile);
      expect(unfused).toBeAllClose(root(4 - 1), { relative: 1e-6 });
      expect(fused).toBeAllClose(root(4 + raised), { relative: 1e-6 });
      expect(train({ epsilon: -5 }, column("float32", 0, 4), profile)).toEqual([NaN, NaN]);
    }
  });
});

describe("a mean far above the deviation", () => {
  const x = [1e8, 1e8 + 8, 1e8 + 24];
  const exact = [-32 / 3, -8 / 3, 40 / 3].map((c) => c / Math.sqrt(896 / 9 + 0.001));

  it("in float32, unfused: x·k + (β − μ·k) cancels and is off by up to 0.7, as in TensorFlow", () => {
    const f = Math.fround;
    const mean = f(f(f(x[0]! + x[1]!) + x[2]!) / 3);
    const squares = x.map((value) => f(f(value - mean) * f(value - mean)));
    const variance = f(f(f(squares[0]! + squares[1]!) + squares[2]!) / 3);
    const k = f(1 / f(Math.sqrt(f(variance + f(0.001)))));
    const found = train({ fused: false }, column("float32", ...x));
    const expected = x.map((value) => f(f(value * k) + f(0 - f(mean * k))));
    expect(found).toEqual(expected);
    const error = Math.max(...found.map((y, i) => Math.abs(y - exact[i]!)));
    expect(error).toBeGreaterThan(0.6);
    expect(error).toBeLessThan(0.7);
  });

  it("in float32, fused: the mean is subtracted first, so that only its own rounding is lost, as in TensorFlow's kernel", () => {
    const f = Math.fround;
    const mean = f(f(f(x[0]! + x[1]!) + x[2]!) / 3);
    const squares = x.map((value) => f(f(value - mean) * f(value - mean)));
    const variance = f(f(f(squares[0]! + squares[1]!) + squares[2]!) / 3);
    const k = f(1 / f(Math.sqrt(f(variance + f(0.001)))));
    for (const profile of profileIds) {
      expect(train({}, image("float32", ...x), profile)).toEqual(x.map((v) => f(f(v - mean) * k)));
    }
  });

  it("in float32, fused, is exact where float32 holds the mean", () => {
    const near = [1e6, 1e6 + 8, 1e6 + 22];
    const mean = 1e6 + 10;
    const deviation = Math.sqrt((10 ** 2 + 2 ** 2 + 12 ** 2) / 3 + 0.001);
    const normalized = near.map((value) => (value - mean) / deviation);
    for (const profile of profileIds) {
      expect(train({}, image("float32", ...near), profile)).toBeAllClose(normalized, {
        relative: 1e-6,
      });
    }
  });

  it("in float64: exact within 1e-6", () => {
    expect(train({}, column("float64", ...x))).toBeAllClose(exact, { absolute: 1e-6 });
  });

  it("1e8 − 1 and 1e8 + 1 are one number in float32, a constant; in float64 they are −1 and 1", () => {
    const near = [1e8 - 1, 1e8 + 1];
    expect(train({ fused: false }, column("float32", ...near))).toEqual([0, 0]);
    expect(train({}, image("float32", ...near))).toEqual([0, 0]);
    expect(train({ epsilon: 0 }, column("float64", ...near))).toBeAllClose([-1, 1], {
      absolute: 1e-7,
    });
  });
});

describe("subnormal numbers", () => {
  it("become β: their differences drown in ε (TensorFlow may flush them to 0 first, with the same outputs)", () => {
    for (const x of [column("float32", 1e-45, 1e-40), image("float32", 1e-45, 1e-40)]) {
      expect(train({ beta_initializer: "ones" }, x)).toEqual([1, 1]);
    }
    expect(train({ beta_initializer: "ones" }, column("float64", 5e-324, 1e-310))).toEqual([1, 1]);
  });

  it("with ε = 0 have a variance that underflows to 0, and become NaN", () => {
    expect(train({ epsilon: 0 }, column("float64", 5e-324, 1e-310))).toEqual([NaN, NaN]);
  });
});

describe("numbers that are not finite", () => {
  const odd = [NaN, Infinity, -Infinity] as const;

  it.each(odd)(
    "%d makes its channel NaN in training, moves its mean to %d and its variance to NaN, as in TensorFlow; others are untouched",
    (value) => {
      for (const profile of profileIds) {
        for (const shape of [
          [2, 2],
          [2, 1, 1, 2],
        ]) {
          for (const dtype of ["float32", "float64"] as const) {
            const layer = make({ dtype, momentum: 0.5 }, profile);
            const clean = make({ dtype, momentum: 0.5 }, profile);
            const { data } = layer.call(shaped(dtype)(shape, [value, 1, 3, 5]), { training: true });
            const other = clean.call(shaped(dtype)(shape, [0, 1, 3, 5]), { training: true });
            expect([data[0], data[2]]).toEqual([NaN, NaN]);
            expect([data[1], data[3]]).toEqual([other.data[1], other.data[3]]);
            expect(weightOf(layer, "moving_mean")).toEqual([
              value,
              weightOf(clean, "moving_mean")[1],
            ]);
            expect(weightOf(layer, "moving_variance")).toEqual([
              NaN,
              weightOf(clean, "moving_variance")[1],
            ]);
          }
        }
      }
    },
  );

  it.each(odd)("%d at inference stays in its own element and changes nothing", (value) => {
    for (const profile of profileIds) {
      const layer = make({ epsilon: 0 }, profile);
      const { data } = layer.call(column("float32", value, 2));
      expect(Array.from(data)).toEqual([value, 2]);
      expect(weightOf(layer, "moving_mean")).toEqual([0]);
    }
  });

  it("a poisoned channel stays NaN: later clean batches do not heal its statistics", () => {
    const layer = make({ momentum: 0.5 });
    layer.call([[NaN], [1]], { training: true });
    layer.call([[2], [4]], { training: true });
    expect(weightOf(layer, "moving_mean")).toEqual([NaN]);
    expect(Array.from(layer.call([[1]]).data)).toEqual([NaN]);
  });

  it("γ = 0 does not stop NaN, and a frozen V2 layer is not poisoned", () => {
    expect(train({ gamma_initializer: "zeros" }, column("float32", NaN, 1))).toEqual([NaN, NaN]);
    for (const profile of v2Profiles) {
      const layer = make({ trainable: false, epsilon: 0 }, profile);
      const { data } = layer.call(column("float32", NaN, 1), { training: true });
      expect(Array.from(data)).toEqual([NaN, 1]);
      expect(weightOf(layer, "moving_variance")).toEqual([1]);
    }
  });
});

describe("float16 inputs -1000 and 1000, whose variance float16 cannot hold", () => {
  const float16Profiles = profileIds.filter((id) => id !== "tf-1.4");

  it("unfused become 0 and 0 up to TensorFlow 2.2, which goes on in float16, and -1 and 1 from 2.3 on", () => {
    for (const profile of float16Profiles) {
      const early = ["tf-1.14-v1", "tf-1.14-v2", "tf-1.15-v2", "tf-2.1-v1"].includes(profile);
      expect(train({}, column("float16", -1000, 1000), profile).map(Math.abs)).toEqual(
        early ? [0, 0] : [1, 1],
      );
      const outputs = train({}, column("float16", -1000, 1000), profile);
      if (!early) expect(outputs).toEqual([-1, 1]);
    }
  });

  it("fused become -1 and 1 in every version, and the float32 variance is kept whole", () => {
    for (const profile of float16Profiles) {
      const layer = make({ dtype: "float16", momentum: 0 }, profile);
      const { data } = layer.call(image("float16", -1000, 1000), { training: true });
      expect(Array.from(data)).toEqual([-1, 1]);
      expect(weightOf(layer, "moving_variance")).toEqual([2e6]);
      expect(layer.getWeights()[3]?.dtype).toBe("float32");
    }
  });

  it("numbers above 65504 are infinite before the layer sees them", () => {
    expect(train({}, column("float16", 70000, 1))).toEqual([NaN, NaN]);
  });
});

describe("the largest float32 numbers", () => {
  it("overflow the variance and become 0, as in TensorFlow: divided by an infinite deviation", () => {
    const found = train({ fused: false }, float32([2, 1], [-3e38, 3e38]));
    expect(found.map(Math.abs)).toEqual([0, 0]);
  });

  it("have an infinite moving variance in float32, and a finite one in float64", () => {
    const [single, double] = [make({ momentum: 0 }), make({ momentum: 0, dtype: "float64" })];
    single.call(float32([2, 1], [-3e38, 3e38]), { training: true });
    double.call(float64([2, 1], [-3e38, 3e38]), { training: true });
    expect(weightOf(single, "moving_variance")).toEqual([Infinity]);
    expect(weightOf(double, "moving_variance")).toBeAllClose([9e76], { relative: 1e-12 });
  });
});
