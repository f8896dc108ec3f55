import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchNormArguments, Trace } from "@/engine";
import { listOf, seeded } from "../support/arbitraries";
import { ghostProblems, inputsOf, isSpread, layerFor, numbersOf } from "./problems";
import type { Problem } from "./problems";
import { groupsOf } from "./definition";

const close = { relative: 1e-9, absolute: 1e-9 };

const trained = (problem: Problem, args: BatchNormArguments): Trace =>
  layerFor(problem, args).trace(inputsOf(problem), { training: true });

const ghostArgs = ({ shape }: Problem, ghosts: number): BatchNormArguments =>
  ghosts === 1 ? {} : { virtual_batch_size: shape[0]! / ghosts };

const scaled = ghostProblems().chain((given) =>
  fc.record({
    given: fc.constant(given),
    factor: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    epsilon: fc.constantFrom(1e-3, 0.1, 2),
  }),
);

describe("training outputs", () => {
  const shifted = ghostProblems().chain((given) =>
    fc.record({
      given: fc.constant(given),
      shifts: listOf(given.problem.channelCount, 1000),
      epsilon: fc.constantFrom(1e-3, 0.1, 2),
    }),
  );

  it("do not see a shift of each channel by a number of its own; the mean moves by it (200 cases)", () => {
    fc.assert(
      fc.property(shifted, ({ given: { problem, ghosts }, shifts, epsilon }) => {
        const args = { epsilon, ...ghostArgs(problem, ghosts) };
        const x = problem.x.map((value, i) => value + shifts[problem.channels[i]!]!);
        const [before, after] = [trained(problem, args), trained({ ...problem, x }, args)];
        expect(numbersOf(after.outputs)).toBeAllClose(numbersOf(before.outputs), close);
        expect(numbersOf(after.batch?.variance)).toBeAllClose(
          numbersOf(before.batch?.variance),
          close,
        );
        expect(numbersOf(after.batch?.mean)).toBeAllClose(
          numbersOf(before.batch?.mean).map((m, i) => m + shifts[i % shifts.length]!),
          close,
        );
      }),
      seeded(200),
    );
  });

  it("do not see a positive factor k when ε becomes k²ε; a negative one mirrors them at β (200 cases)", () => {
    fc.assert(
      fc.property(scaled, ({ given: { problem, ghosts }, factor, epsilon }) => {
        const by = (k: number): Trace =>
          trained(
            { ...problem, x: problem.x.map((value) => value * k) },
            { epsilon: epsilon * k * k, ...ghostArgs(problem, ghosts) },
          );
        const before = numbersOf(by(1).outputs);
        expect(numbersOf(by(factor).outputs)).toBeAllClose(before, close);
        expect(numbersOf(by(-factor).outputs)).toBeAllClose(
          before.map((y, i) => 2 * problem.beta[problem.channels[i]!]! - y),
          close,
        );
        expect(numbersOf(by(factor).batch?.variance)).toBeAllClose(
          numbersOf(by(1).batch?.variance).map((v) => v * factor * factor),
          { relative: 1e-9, absolute: 1e-9 * factor * factor },
        );
      }),
      seeded(200),
    );
  });

  it("do not see a positive factor as ε goes to 0: the difference is at most ε/v (200 cases)", () => {
    const spread = scaled.filter(({ given: { problem, ghosts } }) =>
      isSpread({ x: problem.x, channels: groupsOf(problem, ghosts) }),
    );
    fc.assert(
      fc.property(spread, ({ given: { problem, ghosts }, factor }) => {
        const difference = (epsilon: number): number => {
          const args = { epsilon, scale: false, center: false, ...ghostArgs(problem, ghosts) };
          const one = numbersOf(trained(problem, args).normalized);
          const x = problem.x.map((value) => value * factor);
          const other = numbersOf(trained({ ...problem, x }, args).normalized);
          return Math.max(...one.map((value, i) => Math.abs(value - other[i]!)));
        };
        // v is at least 0.05 · min(1, k²), and no normalized value of 6 is above √5.
        const least = 0.05 * Math.min(1, factor * factor);
        for (const epsilon of [1e-8, 1e-10, 0]) {
          expect(difference(epsilon)).toBeLessThanOrEqual((8 * epsilon) / least + 1e-9);
        }
      }),
      seeded(200),
    );
  });
});

describe("the normalized values of every group", () => {
  it("have mean 0 and variance v/(v + ε), within 1e-11 (200 cases)", () => {
    fc.assert(
      fc.property(scaled, ({ given: { problem, ghosts }, epsilon }) => {
        const trace = trained(problem, { epsilon, ...ghostArgs(problem, ghosts) });
        const groups = groupsOf(problem, ghosts);
        const x = numbersOf(trace.normalized);
        const variances = numbersOf(trace.batch?.variance);
        const sizes = variances.map((_, g) => groups.filter((group) => group === g).length);
        const averaged = (values: readonly number[]): number[] =>
          variances.map(
            (_, g) =>
              values.reduce((sum, value, i) => (groups[i] === g ? sum + value : sum), 0) /
              sizes[g]!,
          );
        expect(averaged(x)).toBeAllClose(
          variances.map(() => 0),
          { absolute: 1e-11 },
        );
        expect(averaged(x.map((value) => value * value))).toBeAllClose(
          variances.map((v) => v / (v + epsilon)),
          { absolute: 1e-11 },
        );
      }),
      seeded(200),
    );
  });
});

it("replacing the inputs of all other channels leaves a channel's outputs, bit for bit (150 cases)", () => {
  const pairs = ghostProblems().chain(({ problem, ghosts }) =>
    fc.record({
      problem: fc.constant(problem),
      ghosts: fc.constant(ghosts),
      others: listOf(problem.x.length, 1e6),
      dtype: fc.constantFrom("float32" as const, "float64" as const),
      kept: fc.nat({ max: problem.channelCount * ghosts - 1 }),
      training: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(pairs, ({ problem, ghosts, others, dtype, kept, training }) => {
      const groups = groupsOf(problem, ghosts);
      const x = problem.x.map((value, i) => (groups[i] === kept ? value : others[i]!));
      const ofKept = (from: readonly number[]): number[] => {
        const changed = { ...problem, x: from };
        const layer = layerFor(changed, { dtype, ...ghostArgs(problem, ghosts) });
        const outputs = numbersOf(layer.call(inputsOf(changed), { training }));
        return outputs.filter((_, i) => groups[i] === kept);
      };
      expect(ofKept(x)).toEqual(ofKept(problem.x));
    }),
    seeded(150),
  );
});
