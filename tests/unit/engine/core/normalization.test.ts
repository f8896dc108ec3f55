import { describe, expect, it } from "vitest";
import { composeAffine, composeNormalization } from "@/engine/core/normalization";
import { roundToFloat16 } from "@/engine/tensor/float16";

const statistics = { mean: Float64Array.of(2, -3), variance: Float64Array.of(3, 15) };

describe("the line of a normalization", () => {
  it("is γ/√(v + ε) and β − μ·scale, exactly where the numbers are exact", () => {
    const line = composeNormalization(statistics, 1, {
      gamma: Float32Array.of(4, -2),
      beta: Float32Array.of(10, 0.5),
    });
    expect(line).toEqual({
      inverseDeviation: Float64Array.of(0.5, 0.25),
      scale: Float64Array.of(2, -0.5),
      offset: Float64Array.of(6, -1),
    });
  });

  it("takes 1 for a missing γ and 0 for a missing β", () => {
    expect(composeNormalization(statistics, 1, { gamma: null, beta: null })).toEqual({
      inverseDeviation: Float64Array.of(0.5, 0.25),
      scale: Float64Array.of(0.5, 0.25),
      offset: Float64Array.of(-1, 0.75),
    });
    const onlyBeta = { gamma: null, beta: Float64Array.of(7, 7) };
    expect(composeNormalization(statistics, 1, onlyBeta).offset).toEqual(Float64Array.of(6, 7.75));
  });

  it("puts ε inside the square root", () => {
    const zero = { mean: Float64Array.of(0), variance: Float64Array.of(0) };
    const { inverseDeviation } = composeNormalization(zero, 0.0625, { gamma: null, beta: null });
    expect(inverseDeviation).toEqual(Float64Array.of(4));
  });

  it("is NaN where variance + ε is negative, and infinite where it is zero", () => {
    const odd = { mean: Float64Array.of(0, 0), variance: Float64Array.of(-1, 0) };
    const { inverseDeviation } = composeNormalization(odd, 0, { gamma: null, beta: null });
    expect(Array.from(inverseDeviation)).toEqual([Number.NaN, Infinity]);
  });
});

describe("the line of ghost batches", () => {
  it("repeats γ and β for each of them: two ghost batches of two channels", () => {
    const ghosts = {
      mean: Float64Array.of(2, -3, 4, 1),
      variance: Float64Array.of(3, 15, 15, 3),
    };
    expect(composeNormalization(ghosts, 1, { gamma: [4, -2], beta: [10, 0.5] })).toEqual({
      inverseDeviation: Float64Array.of(0.5, 0.25, 0.25, 0.5),
      scale: Float64Array.of(2, -0.5, 1, -1),
      offset: Float64Array.of(6, -1, 6, 1.5),
    });
    expect(composeNormalization(ghosts, 1, { gamma: null, beta: [10, 0.5] }).offset).toEqual(
      Float64Array.of(9, 1.25, 9, 0),
    );
  });
});

describe("the rounded line", () => {
  it("rounds every operand and every result to float32", () => {
    const third = { mean: Float64Array.of(1 / 3), variance: Float64Array.of(0.1) };
    const { inverseDeviation, scale, offset } = composeNormalization(
      third,
      1e-3,
      { gamma: [0.7], beta: [0.3] },
      Math.fround,
    );
    const f = Math.fround;
    const inverse = f(1 / f(Math.sqrt(f(f(0.1) + f(1e-3)))));
    const k = f(inverse * f(0.7));
    expect([inverseDeviation[0], scale[0], offset[0]]).toEqual([
      inverse,
      k,
      f(f(0.3) - f(f(1 / 3) * k)),
    ]);
  });

  it("in 16 bits loses a variance above 65504: the scale becomes 0 and the offset β", () => {
    const wide = { mean: Float64Array.of(0), variance: Float64Array.of(1e6) };
    expect(composeNormalization(wide, 1e-3, { gamma: null, beta: [3] }, roundToFloat16)).toEqual({
      inverseDeviation: Float64Array.of(0),
      scale: Float64Array.of(0),
      offset: Float64Array.of(3),
    });
  });
});

describe("the composition of two affine maps", () => {
  const first = { gamma: [2, 3], beta: [5, -1] };
  const then = { gamma: [10, 0.5], beta: [1, 4] };
  const none = { gamma: null, beta: null };
  const arrays = ({ gamma, beta }: ReturnType<typeof composeAffine>): (number[] | null)[] =>
    [gamma, beta].map((values) => values && Array.from(values));

  it("is u ↦ (u·s₁ + o₁)·s₂ + o₂", () => {
    expect(arrays(composeAffine(first, then))).toEqual([
      [20, 1.5],
      [51, 3.5],
    ]);
  });

  it.each<[string, Parameters<typeof composeAffine>, (number[] | null)[]]>([
    [
      "no map first",
      [none, then],
      [
        [10, 0.5],
        [1, 4],
      ],
    ],
    [
      "no map after",
      [first, none],
      [
        [2, 3],
        [5, -1],
      ],
    ],
    ["no map at all", [none, none], [null, null]],
    [
      "no scale after",
      [first, { ...then, gamma: null }],
      [
        [2, 3],
        [6, 3],
      ],
    ],
    [
      "no offset after",
      [first, { ...then, beta: null }],
      [
        [20, 1.5],
        [50, -0.5],
      ],
    ],
    [
      "no scale first",
      [{ ...first, gamma: null }, then],
      [
        [10, 0.5],
        [51, 3.5],
      ],
    ],
    [
      "no offset first",
      [{ ...first, beta: null }, then],
      [
        [20, 1.5],
        [1, 4],
      ],
    ],
  ])("with %s leaves out what is missing", (_, maps, expected) => {
    expect(arrays(composeAffine(...maps))).toEqual(expected);
  });

  it("rounds products and sums: 2²⁴ + 1 is lost in float32", () => {
    const large = { gamma: [1 + 2 ** -24], beta: [2 ** 24] };
    const one = { gamma: [1], beta: [1] };
    expect(arrays(composeAffine(large, one))).toEqual([[1 + 2 ** -24], [2 ** 24 + 1]]);
    expect(arrays(composeAffine(large, one, Math.fround))).toEqual([[1], [2 ** 24]]);
  });
});
