import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchNormArguments, Trace } from "@/engine";
import { listOf, seeded } from "../support/arbitraries";
import { float64 } from "../support/tensors";
import { groupsOf, overGhosts, statisticsOf } from "./definition";
import {
  ghostProblems,
  inputsOf,
  layerFor,
  numbersOf,
  problems,
  stddevProfiles,
  weightedProfiles,
  weightsOf,
} from "./problems";
import type { Problem } from "./problems";

const close = { relative: 1e-9, absolute: 1e-9 };
const epsilon = 0.25;
const momentum = 0.5;
const renorm_momentum = 0.75;

interface Bounds {
  readonly rmin?: number;
  readonly rmax?: number;
  readonly dmax?: number;
}
interface Channel {
  readonly mean: number;
  /** √(v + ε). */
  readonly deviation: number;
}
type Weights = Record<string, number>;
interface Step {
  readonly r: number;
  readonly d: number;
  readonly after: Weights;
}

const to = (from: number, value: number, rho: number): number => from * rho + value * (1 - rho);

/** TensorFlow 1.4 to 1.14, one channel. */
function weightedStep(weights: Weights, { mean, deviation }: Channel): Step {
  const [am, wm] = [weights["renorm_mean"]!, weights["renorm_mean_weight"]!];
  const [as, ws] = [weights["renorm_stddev"]!, weights["renorm_stddev_weight"]!];
  const mixed = { mean: am + (1 - wm) * mean, deviation: as + (1 - ws) * deviation };
  const after = {
    renorm_mean: to(am, mean, renorm_momentum),
    renorm_mean_weight: to(wm, 1, renorm_momentum),
    renorm_stddev: to(as, deviation, renorm_momentum),
    renorm_stddev_weight: to(ws, 1, renorm_momentum),
  };
  const debiased = {
    mean: after.renorm_mean / after.renorm_mean_weight,
    variance: (after.renorm_stddev / after.renorm_stddev_weight) ** 2 - epsilon,
  };
  return {
    r: deviation / mixed.deviation,
    d: (mean - mixed.mean) / mixed.deviation,
    after: {
      ...after,
      moving_mean: to(weights["moving_mean"]!, debiased.mean, momentum),
      moving_variance: to(weights["moving_variance"]!, debiased.variance, momentum),
    },
  };
}

/** TensorFlow 1.15 and later, one channel. */
function stddevStep(weights: Weights, { mean, deviation }: Channel): Step {
  const sigma = Math.max(weights["renorm_stddev"]!, Math.sqrt(epsilon));
  const moving_stddev = to(weights["moving_stddev"]!, deviation, momentum);
  return {
    r: deviation / sigma,
    d: (mean - weights["renorm_mean"]!) / sigma,
    after: {
      renorm_mean: to(weights["renorm_mean"]!, mean, renorm_momentum),
      renorm_stddev: to(weights["renorm_stddev"]!, deviation, renorm_momentum),
      moving_mean: to(weights["moving_mean"]!, mean, momentum),
      moving_stddev,
      moving_variance: Math.max(moving_stddev ** 2 - epsilon, 0),
    },
  };
}

function clip({ r, d }: Step, { rmin, rmax, dmax }: Bounds): { r: number; d: number } {
  const raised = rmin === undefined ? r : Math.max(r, rmin);
  const floored = dmax === undefined ? d : Math.max(d, -dmax);
  return {
    r: rmax === undefined ? raised : Math.min(raised, rmax),
    d: dmax === undefined ? floored : Math.min(floored, dmax),
  };
}

const bounds = fc.record(
  {
    rmin: fc.constantFrom(0, 0.5, 1, 3),
    rmax: fc.constantFrom(0.5, 1, 2, Infinity),
    dmax: fc.constantFrom(0, 0.25, 1, 5),
  },
  { requiredKeys: [] },
);

const of = (problem: Problem, ghosts: number, x: readonly number[]): readonly Channel[] => {
  const { mean, variance } = statisticsOf(x, groupsOf(problem, ghosts));
  const shared = overGhosts(variance, problem.channelCount);
  return overGhosts(mean, problem.channelCount).map((value, c) => ({
    mean: value,
    deviation: Math.sqrt(shared[c]! + epsilon),
  }));
};

describe.each([
  ["weighted averages", weightedProfiles, weightedStep],
  ["stddev averages", stddevProfiles, stddevStep],
] as const)("renorm with %s", (_, profiles, stepOf) => {
  const cases = ghostProblems({ profiles }).chain(({ problem, ghosts }) =>
    fc.record({
      problem: fc.constant(problem),
      ghosts: fc.constant(problem.profile === "tf-1.4" ? 1 : ghosts),
      clipping: fc.option(bounds),
      batches: fc.array(listOf(problem.x.length, 5), { minLength: 1, maxLength: 4 }),
    }),
  );

  it("corrects by r and d of the variables before the step, clipped, and moves them as published (200 cases)", () => {
    fc.assert(
      fc.property(cases, ({ problem, ghosts, clipping, batches }) => {
        const layer = layerFor(problem, {
          ...{ renorm: true, renorm_clipping: clipping, renorm_momentum, momentum, epsilon },
          ...(ghosts > 1 && { virtual_batch_size: problem.shape[0]! / ghosts }),
        });
        for (const x of batches) {
          const before = weightsOf(layer);
          const trace = layer.trace(float64(problem.shape, x), { training: true });
          const after = weightsOf(layer);
          of(problem, ghosts, x).forEach((channel, c) => {
            const at = (values: readonly number[]): number => values[c] ?? values[0]!;
            const weights = Object.fromEntries(
              Object.entries(before).map(([name, values]) => [name, at(values)]),
            );
            const step = stepOf(weights, channel);
            expectCorrection(trace, c, step, clip(step, clipping ?? {}));
            for (const [name, value] of Object.entries(step.after)) {
              expect(at(after[name]!), name).toBeAllClose(value, close);
            }
          });
        }
      }),
      seeded(200),
    );
  });
});

function expectCorrection(trace: Trace, c: number, step: Step, applied: Omit<Step, "after">): void {
  const renorm = trace.renorm!;
  expect(renorm.beforeClipping.r.data[c]).toBeAllClose(step.r, close);
  expect(renorm.beforeClipping.d.data[c]).toBeAllClose(step.d, close);
  expect(renorm.r.data[c]).toBeAllClose(applied.r, close);
  expect(renorm.d.data[c]).toBeAllClose(applied.d, close);
}

const outputsOf = (problem: Problem, args: BatchNormArguments): number[] =>
  numbersOf(layerFor(problem, args).call(inputsOf(problem), { training: true }));

it("weighted averages start neutral: the first step has r = 1, d = 0 and the outputs of plain training (150 cases)", () => {
  fc.assert(
    fc.property(problems({ profiles: weightedProfiles }), (problem) => {
      const layer = layerFor(problem, { renorm: true });
      const trace = layer.trace(inputsOf(problem), { training: true });
      expect(numbersOf(trace.renorm?.r).every((r) => r === 1)).toBe(true);
      expect(numbersOf(trace.renorm?.d).every((d) => Math.abs(d) === 0)).toBe(true);
      expect(numbersOf(trace.outputs)).toBeAllClose(outputsOf(problem, {}), close);
    }),
    seeded(150),
  );
});

it("stddev averages with equal momenta and no clipping train as the state before the step infers (150 cases)", () => {
  fc.assert(
    fc.property(problems({ profiles: stddevProfiles }), listOf(1, 5), (problem, [shift]) => {
      const layer = layerFor(problem, { renorm: true, momentum: 0.5, renorm_momentum: 0.5 });
      const earlier = problem.dy.map((value) => 2 * value + shift!);
      layer.call(float64(problem.shape, earlier), { training: true });
      const inference = layer.call(inputsOf(problem));
      const training = layer.call(inputsOf(problem), { training: true });
      expect(numbersOf(training)).toBeAllClose(numbersOf(inference), close);
    }),
    seeded(150),
  );
});

it("bounds may be numbers, scalar tensors or functions of the training calls made before (100 cases)", () => {
  fc.assert(
    fc.property(problems(), bounds, (problem, table) => {
      const outputs = (clipping: BatchNormArguments["renorm_clipping"]): number[][] => {
        const layer = layerFor(problem, { renorm: true, renorm_clipping: clipping });
        return [0, 1, 2].map(() => numbersOf(layer.call(inputsOf(problem), { training: true })));
      };
      const eachBound = <T>(of: (bound: number) => T): Record<string, T> =>
        Object.fromEntries(Object.entries(table).map(([key, bound]) => [key, of(bound)]));
      const expected = outputs(table);
      expect(outputs(eachBound((bound) => float64([], [bound])))).toEqual(expected);
      expect(outputs(eachBound((bound) => () => bound))).toEqual(expected);
      expect(outputs(() => table)).toEqual(expected);
      // From the third call on the bounds are those of the table; before that there are none.
      const late = outputs((step: number) => (step < 2 ? {} : table));
      expect(late.slice(0, 2)).toEqual(outputs(null).slice(0, 2));
      expect(late[2]).toEqual(expected[2]);
    }),
    seeded(100),
  );
});
