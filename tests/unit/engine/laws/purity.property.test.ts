import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchNormalization, BatchNormArguments, CallOptions, DType, Tensor } from "@/engine";
import { backend } from "../../../support/backend";
import { seeded } from "../support/arbitraries";
import { bitsOf, shaped, stateOf } from "../support/tensors";
import { ghostProblems, ghostRenormProfiles, layerFor, maskProfiles } from "./problems";
import type { Problem } from "./problems";

interface Case {
  readonly problem: Problem;
  readonly dtype: DType;
  readonly args: BatchNormArguments;
  readonly calls: readonly CallOptions[];
}

const features = (problem: Problem, ghosts: number): fc.Arbitrary<BatchNormArguments> =>
  fc.constantFrom<BatchNormArguments>(
    {},
    { gamma_initializer: "random_normal" },
    { renorm: true, renorm_clipping: { rmax: 1.5 } },
    { adjustment: { scale: 0.5, bias: 0.5 } },
    { virtual_batch_size: problem.shape[0]! / ghosts },
    { virtual_batch_size: problem.shape[0]! / ghosts, renorm: true },
  );

const cases: fc.Arbitrary<Case> = ghostProblems({ profiles: ghostRenormProfiles }).chain(
  ({ problem, ghosts }) =>
    fc.record({
      problem: fc.constant(problem),
      dtype: fc.constantFrom("float16" as const, "float32" as const, "float64" as const),
      args: features(problem, ghosts),
      calls: fc.array(fc.record({ training: fc.boolean() }), { minLength: 1, maxLength: 4 }),
    }),
);

const inputsFor = ({ problem, dtype }: Case): Tensor => shaped(dtype)(problem.shape, problem.x);
const dyFor = ({ problem, dtype }: Case): Tensor => shaped(dtype)(problem.shape, problem.dy);
const make = ({ problem, dtype, args }: Case): BatchNormalization =>
  layerFor(problem, { dtype, momentum: 0.5, ...args });

describe(`the ${backend} backend`, () => {
  it("gives equal layers equal numbers, by Object.is, in outputs, gradients and weights (200 cases)", () => {
    const numbers = (given: Case): number[] => {
      const layer = make(given);
      return given.calls.flatMap((options) => {
        const trace = layer.trace(inputsFor(given), options);
        const { inputs, gamma, beta, adjustment } = trace.vjp(dyFor(given));
        const tensors = [trace.outputs, trace.normalized, inputs, gamma, beta];
        return [...tensors, adjustment?.scale, adjustment?.bias, ...layer.getWeights()].flatMap(
          (tensor) => Array.from(tensor?.data ?? []),
        );
      });
    };
    fc.assert(
      fc.property(cases, (given) => {
        const [first, second] = [numbers(given), numbers(given)];
        expect(second).toHaveLength(first.length);
        expect(first.every((value, i) => Object.is(value, second[i]))).toBe(true);
      }),
      seeded(200),
    );
  });

  it("leaves inputs, dy and mask as they are, and returns storage of its own (200 cases)", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...maskProfiles), (given, profile) => {
        const { problem } = given;
        const layer = make({ ...given, problem: { ...problem, profile } });
        const [x, dy] = [inputsFor(given), dyFor(given)];
        const positions = problem.shape.slice(0, -1);
        const count = positions.reduce((size, n) => size * n, 1);
        const mask = shaped("float32")(positions, new Array<number>(count).fill(1));
        const before = [x, dy, mask].map(bitsOf);
        for (const options of given.calls) {
          const trace = layer.trace(x, { ...options, mask });
          const { inputs } = trace.vjp(dy);
          inputs.data.fill(9);
          trace.outputs.data.fill(9);
          trace.normalized.data.fill(9);
        }
        expect([x, dy, mask].map(bitsOf)).toEqual(before);
      }),
      seeded(200),
    );
  });

  it("has gradients that do not see what is written into inputs or outputs after the call (100 cases)", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const gradients = (disturb: boolean): string => {
          const x = inputsFor(given);
          const trace = make(given).trace(x, { training: true });
          if (disturb) {
            x.data.fill(9);
            trace.outputs.data.fill(9);
          }
          return bitsOf(trace.vjp(dyFor(given)).inputs);
        };
        expect(gradients(true)).toBe(gradients(false));
      }),
      seeded(100),
    );
  });
});

it("call and trace agree: same outputs, same weights, same step after every call (200 cases)", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const [called, traced] = [make(given), make(given)];
      for (const options of given.calls) {
        const outputs = called.call(inputsFor(given), options);
        const trace = traced.trace(inputsFor(given), options);
        expect(bitsOf(trace.outputs)).toBe(bitsOf(outputs));
        expect(trace.outputs.shape).toEqual(outputs.shape);
        expect(trace.outputs.dtype).toBe(given.dtype);
        expect(trace.mode).toBe(options.training === true ? "training" : "inference");
        expect(stateOf(traced)).toEqual(stateOf(called));
        expect(traced.step).toBe(called.step);
      }
      expect(called.step).toBe(given.calls.filter(({ training }) => training).length);
    }),
    seeded(200),
  );
});

it("inference changes no weight and no step, and repeats itself (150 cases)", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const layer = make(given);
      layer.call(inputsFor(given), { training: true });
      const before = stateOf(layer);
      const first = bitsOf(layer.call(inputsFor(given)));
      expect(bitsOf(layer.call(inputsFor(given), { training: null }))).toBe(first);
      expect(stateOf(layer)).toEqual(before);
      expect(layer.step).toBe(1);
    }),
    seeded(150),
  );
});
