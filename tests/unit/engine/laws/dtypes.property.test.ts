import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchNormArguments, DType, Tensor } from "@/engine";
import { listOf, seeded } from "../support/arbitraries";
import { shaped } from "../support/tensors";
import {
  adjustmentProfiles,
  dyOf,
  inputsOf,
  isSpread,
  layerFor,
  numbersOf,
  problems,
  profileIds,
} from "./problems";
import type { Problem } from "./problems";

/** Every binary16 number, from its bits: 1 sign, 5 exponent, 10 fraction. */
const binary16 = new Set(
  Array.from({ length: 0x10000 }, (_, bits) => {
    const sign = bits >> 15 === 1 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
    if (exponent === 0) return sign * fraction * 2 ** -24;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  }),
);

const outsideOf = (grid: (value: number) => boolean, tensors: readonly (Tensor | undefined)[]) =>
  tensors.flatMap((tensor) => numbersOf(tensor).filter((value) => !grid(value)));

const onBinary16 = (value: number): boolean => binary16.has(value);
const onBinary32 = (value: number): boolean => Object.is(Math.fround(value), value);

const features: readonly BatchNormArguments[] = [
  {},
  { fused: false },
  { renorm: true },
  { adjustment: { scale: 0.5, bias: 0.5 } },
];

function everything(problem: Problem, dtype: DType, args: BatchNormArguments) {
  const layer = layerFor(problem, { dtype, ...args });
  const trace = layer.trace(shaped(dtype)(problem.shape, problem.x), { training: true });
  const inference = layer.call(shaped(dtype)(problem.shape, problem.x));
  const gradients = trace.vjp(shaped(dtype)(problem.shape, problem.dy));
  return { layer, trace, inference, gradients };
}

describe("the numbers of a 16-bit layer", () => {
  const wide = fc
    .record({
      problem: problems({ profiles: adjustmentProfiles }),
      size: fc.constantFrom(1, 30, 1000),
    })
    .map(({ problem, size }) => ({ ...problem, x: problem.x.map((value) => value * size) }));

  it("that are its outputs and its inputs' gradients lie on the binary16 grid; its weights are float32 (300 cases)", () => {
    fc.assert(
      fc.property(wide, fc.constantFrom(...features), (problem, args) => {
        const { layer, trace, inference, gradients } = everything(problem, "float16", args);
        expect([trace.outputs.dtype, inference.dtype, gradients.inputs.dtype]).toEqual([
          "float16",
          "float16",
          "float16",
        ]);
        expect(outsideOf(onBinary16, [trace.outputs, inference, gradients.inputs])).toEqual([]);
        expect(new Set(layer.getWeights().map(({ dtype }) => dtype))).toEqual(new Set(["float32"]));
        expect([gradients.gamma?.dtype, gradients.beta?.dtype]).toEqual(["float32", "float32"]);
        expect(
          outsideOf(onBinary32, [...layer.getWeights(), gradients.gamma, gradients.beta]),
        ).toEqual([]);
      }),
      seeded(300),
    );
  });
});

it("all numbers of a float32 layer lie on the binary32 grid (200 cases)", () => {
  const anywhere = problems({ profiles: adjustmentProfiles });
  fc.assert(
    fc.property(anywhere, fc.constantFrom(...features), (problem, args) => {
      const { layer, trace, inference, gradients } = everything(problem, "float32", args);
      const { inputs, gamma, beta } = gradients;
      const tensors = [trace.outputs, inference, inputs, gamma, beta, ...layer.getWeights()];
      expect(new Set(tensors.map((tensor) => tensor?.dtype))).toEqual(new Set(["float32"]));
      expect(outsideOf(onBinary32, tensors)).toEqual([]);
    }),
    seeded(200),
  );
});

describe("float32", () => {
  const wellConditioned = problems().filter(isSpread);
  const close = { relative: 2e-5, absolute: 2e-5 };

  it.each<[string, BatchNormArguments]>([
    ["unfused", { fused: false }],
    ["unfused with renorm", { renorm: true }],
    ["fused where it can be", {}],
  ])(
    "%s equals float64 within 2e-5 where |μ| and √v are of one size: outputs, gradients, weights (200 cases)",
    (_, args) => {
      fc.assert(
        fc.property(wellConditioned, (given) => {
          // Both start from numbers that float32 holds.
          const problem = {
            ...given,
            ...{ x: given.x.map(Math.fround), dy: given.dy.map(Math.fround) },
            ...{ gamma: given.gamma.map(Math.fround), beta: given.beta.map(Math.fround) },
          };
          const single = everything(problem, "float32", args);
          const double = everything(problem, "float64", args);
          expect(numbersOf(single.trace.outputs)).toBeAllClose(
            numbersOf(double.trace.outputs),
            close,
          );
          for (const name of ["inputs", "gamma", "beta"] as const) {
            expect(numbersOf(single.gradients[name])).toBeAllClose(
              numbersOf(double.gradients[name]),
              close,
            );
          }
          // The fused moving variance has Bessel's correction, which float64 never has.
          const isFused = single.layer.fused === true;
          if (!isFused) {
            expect(numbersOf(single.inference)).toBeAllClose(numbersOf(double.inference), close);
          }
          const compared = isFused ? 3 : single.layer.weights.length;
          expect(single.layer.getWeights().slice(0, compared).map(numbersOf)).toBeAllClose(
            double.layer.getWeights().slice(0, compared).map(numbersOf),
            close,
          );
        }),
        seeded(200),
      );
    },
  );
});

describe("the fused path", () => {
  const epsilon = 0.1;
  const batches = fc.constantFrom(...profileIds).chain((profile) =>
    fc.record({
      profile: fc.constant(profile),
      fifth: fc.boolean().map((wanted) => wanted && profile.startsWith("keras-2")),
      first: fc.boolean(),
      x: listOf(24, 5),
      dy: listOf(24, 2),
      gamma: listOf(2, 2),
      beta: listOf(2, 2),
      training: fc.boolean(),
    }),
  );

  it("has the outputs and gradients of the unfused float64 layer, within 2e-5 (200 cases)", () => {
    fc.assert(
      fc.property(batches, ({ profile, fifth, first, training, ...numbers }) => {
        const inner = fifth ? [3, 1, 2] : [3, 2];
        const shape = first ? [2, 2, ...inner] : [2, ...inner, 2];
        const problem = {
          ...{ profile, shape, axis: first ? 1 : -1, axes: [], channels: [], channelCount: 2 },
          ...numbers,
        };
        const single = layerFor(problem, { dtype: "float32", epsilon });
        const double = layerFor(problem, { dtype: "float64", epsilon });
        expect([single.fused, double.fused]).toEqual([true, false]);
        const x = shaped("float32")(shape, problem.x);
        const [fused, unfused] = [
          single.trace(x, { training }),
          double.trace(inputsOf(problem), { training }),
        ];
        const close = { relative: 2e-5, absolute: 2e-5 };
        expect(numbersOf(fused.outputs)).toBeAllClose(numbersOf(unfused.outputs), close);
        const actual = fused.vjp(shaped("float32")(shape, problem.dy));
        const expected = unfused.vjp(dyOf(problem));
        for (const name of ["inputs", "gamma", "beta"] as const) {
          expect(numbersOf(actual[name])).toBeAllClose(numbersOf(expected[name]), close);
        }
      }),
      seeded(200),
    );
  });
});
