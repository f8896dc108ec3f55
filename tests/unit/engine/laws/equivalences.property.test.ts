import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchNormArguments, CallOptions, Trace } from "@/engine";
import { seeded } from "../support/arbitraries";
import { float64 } from "../support/tensors";
import {
  adjustmentProfiles,
  dyOf,
  ghostProblems,
  ghostRenormProfiles,
  inputsOf,
  layerFor,
  maskProfiles,
  numbersOf,
  problems,
  weightsOf,
} from "./problems";
import type { Problem } from "./problems";

const close = { relative: 1e-10, absolute: 1e-10 };

interface Result {
  readonly outputs: number[];
  readonly gradients: readonly number[][];
  readonly weights: Record<string, number[]>;
  readonly trace: Trace;
}

/** Two training calls, so that renorm's averages have left their initial values at the second. */
function results(problem: Problem, args: BatchNormArguments, options: CallOptions = {}): Result {
  const layer = layerFor(problem, { epsilon: 0.01, momentum: 0.75, ...args });
  const earlier = float64(
    problem.shape,
    problem.x.map((value, i) => 0.5 * value + problem.dy[i]!),
  );
  layer.call(earlier, { training: true, ...options });
  const trace = layer.trace(inputsOf(problem), { training: true, ...options });
  const { inputs, gamma, beta } = trace.vjp(dyOf(problem));
  return {
    trace,
    outputs: numbersOf(trace.outputs),
    gradients: [numbersOf(inputs), numbersOf(gamma), numbersOf(beta)],
    weights: weightsOf(layer),
  };
}

function expectSame(actual: Result, expected: Result): void {
  expect(actual.outputs).toBeAllClose(expected.outputs, close);
  expect(actual.gradients).toBeAllClose(expected.gradients, close);
}

function expectSameStatistics(actual: Result, expected: Result): void {
  expect(Object.keys(actual.weights)).toEqual(Object.keys(expected.weights));
  for (const [name, values] of Object.entries(expected.weights)) {
    expect(actual.weights[name]).toBeAllClose(values, close);
  }
}

describe("renorm with rmin = rmax = 1 and dmax = 0", () => {
  const neutral = {
    renorm: true,
    renorm_clipping: { rmin: 1, rmax: 1, dmax: 0 },
    renorm_momentum: 0.25,
  } as const;

  it("has the outputs and gradients of plain training, in both generations (200 cases)", () => {
    fc.assert(
      fc.property(problems(), (problem) => {
        const corrected = results(problem, neutral);
        expectSame(corrected, results(problem, {}));
        const { r, d } = corrected.trace.renorm!;
        expect(numbersOf(r).every((value) => value === 1)).toBe(true);
        expect(numbersOf(d).every((value) => Math.abs(value) === 0)).toBe(true);
      }),
      seeded(200),
    );
  });

  it("has those of ghost batches with ghost batches (150 cases)", () => {
    fc.assert(
      fc.property(ghostProblems({ profiles: ghostRenormProfiles }), ({ problem, ghosts }) => {
        const args = { virtual_batch_size: problem.shape[0]! / ghosts };
        expectSame(results(problem, { ...neutral, ...args }), results(problem, args));
      }),
      seeded(150),
    );
  });

  it("has those of an adjustment with an adjustment (150 cases)", () => {
    fc.assert(
      fc.property(problems({ profiles: adjustmentProfiles }), (problem) => {
        const args = { adjustment: { scale: 0.5, bias: 0.75 } };
        expectSame(results(problem, { ...neutral, ...args }), results(problem, args));
      }),
      seeded(150),
    );
  });
});

describe("one ghost batch as large as the batch", () => {
  it("has the outputs, gradients and statistics of no ghost batches (200 cases)", () => {
    fc.assert(
      fc.property(problems({ batchAxis: false }), (problem) => {
        const whole = results(problem, { virtual_batch_size: problem.shape[0]! });
        const plain = results(problem, {});
        expect(whole.trace.ghostBatches).toBe(1);
        expectSame(whole, plain);
        expectSameStatistics(whole, plain);
      }),
      seeded(200),
    );
  });

  it("so does one with renorm, and a batch of it at inference (150 cases)", () => {
    fc.assert(
      fc.property(
        problems({ batchAxis: false, profiles: ghostRenormProfiles }),
        fc.boolean(),
        (problem, training) => {
          const renorm = { renorm: true, renorm_clipping: { rmax: 1.5 } };
          const whole = { ...renorm, virtual_batch_size: problem.shape[0]! };
          const [actual, expected] = [
            results(problem, whole, { training }),
            results(problem, renorm, { training }),
          ];
          expectSame(actual, expected);
          expectSameStatistics(actual, expected);
        },
      ),
      seeded(150),
    );
  });
});

describe("an adjustment by 1 and 0", () => {
  it.each([
    ["numbers", (): readonly [number, number] => [1, 0]],
    [
      "tensors of every element",
      (shape: readonly number[]) => {
        const size = shape.reduce((count, n) => count * n, 1);
        return [
          float64(shape, new Array<number>(size).fill(1)),
          float64(shape, new Array<number>(size).fill(0)),
        ] as const;
      },
    ],
  ])(
    "given as %s has the outputs, gradients and statistics of none (150 cases)",
    (_, adjustment) => {
      const configured = fc.constantFrom<BatchNormArguments>({}, { renorm: true });
      fc.assert(
        fc.property(problems({ profiles: adjustmentProfiles }), configured, (problem, args) => {
          const [actual, expected] = [
            results(problem, { ...args, adjustment }),
            results(problem, args),
          ];
          expect(actual.trace.adjustment).not.toBeNull();
          expectSame(actual, expected);
          expectSameStatistics(actual, expected);
        }),
        seeded(150),
      );
    },
  );
});

describe("a mask", () => {
  const positionsOf = ({ shape }: Problem): readonly number[] => shape.slice(0, -1);
  const count = (shape: readonly number[]): number => shape.reduce((size, n) => size * n, 1);
  const masked = problems({ profiles: maskProfiles }).chain((problem) =>
    fc.record({
      problem: fc.constant(problem),
      mask: fc.array(fc.constantFrom(0, 1), {
        minLength: count(positionsOf(problem)),
        maxLength: count(positionsOf(problem)),
      }),
      others: fc.array(fc.integer({ min: -100, max: 100 }), {
        minLength: problem.x.length,
        maxLength: problem.x.length,
      }),
    }),
  );

  it("of all ones has the outputs, gradients and statistics of none (150 cases)", () => {
    fc.assert(
      fc.property(masked, fc.constantFrom(1, 2.5), ({ problem, mask }, weight) => {
        const ones = float64(
          positionsOf(problem),
          mask.map(() => weight),
        );
        const [actual, expected] = [results(problem, {}, { mask: ones }), results(problem, {})];
        expectSame(actual, expected);
        expectSameStatistics(actual, expected);
      }),
      seeded(150),
    );
  });

  it("hides what it masks from every statistic, and masked positions are normalized all the same (150 cases)", () => {
    fc.assert(
      fc.property(masked, ({ problem, mask, others }) => {
        const tensor = float64(positionsOf(problem), mask);
        const last = problem.shape.at(-1)!;
        const kept = (i: number): boolean => mask[Math.floor(i / last)] === 1;
        const x = problem.x.map((value, i) => (kept(i) ? value : others[i]!));
        const run = (values: readonly number[]): Result => {
          const layer = layerFor(problem, { epsilon: 0.01 });
          const trace = layer.trace(float64(problem.shape, values), {
            training: true,
            mask: tensor,
          });
          return {
            trace,
            outputs: numbersOf(trace.outputs),
            gradients: [],
            weights: weightsOf(layer),
          };
        };
        const [actual, expected] = [run(x), run(problem.x)];
        expect(actual.weights).toEqual(expected.weights);
        expect(actual.outputs.filter((_, i) => kept(i))).toEqual(
          expected.outputs.filter((_, i) => kept(i)),
        );
        const { effectiveScale, effectiveOffset } = actual.trace;
        expect(actual.outputs).toBeAllClose(
          x.map((value, i) => {
            const c = problem.channels[i]!;
            return value * effectiveScale.data[c]! + effectiveOffset.data[c]!;
          }),
          close,
        );
      }),
      seeded(150),
    );
  });
});
