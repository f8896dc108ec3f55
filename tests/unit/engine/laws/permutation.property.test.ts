import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchNormArguments, Trace } from "@/engine";
import { seeded } from "../support/arbitraries";
import { range } from "../support/naive";
import {
  bare,
  dyOf,
  examplesOf,
  ghostProblems,
  ghostRenormProfiles,
  inputsOf,
  layerFor,
  numbersOf,
  problems,
  weightsOf,
} from "./problems";
import type { Problem } from "./problems";

const close = { relative: 1e-10, absolute: 1e-10 };

const permuted = (
  problem: Problem,
  values: readonly number[],
  order: readonly number[],
): number[] => {
  const examples = examplesOf(problem, values);
  return order.flatMap((n) => examples[n]!);
};

interface Run {
  readonly trace: Trace;
  readonly gradients: ReturnType<Trace["vjp"]>;
  readonly weights: Record<string, number[]>;
}

function run(problem: Problem, args: BatchNormArguments): Run {
  const layer = layerFor(problem, args);
  const trace = layer.trace(inputsOf(problem), { training: true });
  return { trace, gradients: trace.vjp(dyOf(problem)), weights: weightsOf(layer) };
}

/** Two runs, of which the second sees the examples in another order. */
function expectPermuted(
  problem: Problem,
  order: readonly number[],
  args: BatchNormArguments,
): void {
  const reorder = (values: readonly number[]): number[] => permuted(problem, values, order);
  const before = run(problem, args);
  const after = run({ ...problem, x: reorder(problem.x), dy: reorder(problem.dy) }, args);
  expect(numbersOf(after.trace.outputs)).toBeAllClose(
    reorder(numbersOf(before.trace.outputs)),
    close,
  );
  expect(numbersOf(after.gradients.inputs)).toBeAllClose(
    reorder(numbersOf(before.gradients.inputs)),
    close,
  );
  for (const name of ["gamma", "beta"] as const) {
    expect(numbersOf(after.gradients[name])).toBeAllClose(numbersOf(before.gradients[name]), close);
  }
  expect(Object.keys(after.weights)).toEqual(Object.keys(before.weights));
  for (const [name, values] of Object.entries(before.weights)) {
    expect(after.weights[name]).toBeAllClose(values, close);
  }
}

const orderOf = (count: number): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray(range(count), { minLength: count });

describe("permuting the batch permutes outputs and gradients and leaves every weight", () => {
  const batches = problems({ batchAxis: false }).chain((problem) =>
    fc.record({ problem: fc.constant(problem), order: orderOf(problem.shape[0]!) }),
  );

  it.each<[string, BatchNormArguments]>([
    ["plain", {}],
    ["renorm", { renorm: true, momentum: 0.5, renorm_clipping: { rmax: 1.2, dmax: 0.3 } }],
    ["renorm, unclipped", { renorm: true, renorm_momentum: 0.25 }],
  ])("%s, within 1e-10 (150 cases)", (_, args) => {
    fc.assert(
      fc.property(batches, ({ problem, order }) => expectPermuted(problem, order, args)),
      seeded(150),
    );
  });
});

describe("with ghost batches, so does", () => {
  const ghostBatches = ghostProblems({ profiles: ghostRenormProfiles }).chain(
    ({ problem, ghosts }) => {
      const size = problem.shape[0]! / ghosts;
      return fc.record({
        problem: fc.constant(problem),
        ghosts: fc.constant(ghosts),
        within: fc.tuple(...range(ghosts).map(() => orderOf(size))),
        among: orderOf(ghosts),
        renorm: fc.boolean(),
      });
    },
  );
  const argsFor = (problem: Problem, ghosts: number, renorm: boolean): BatchNormArguments => ({
    virtual_batch_size: problem.shape[0]! / ghosts,
    renorm,
  });

  it("permuting inside each ghost batch, whose examples lie a number of ghost batches apart (150 cases)", () => {
    fc.assert(
      fc.property(ghostBatches, ({ problem, ghosts, within, renorm }) => {
        const order = range(problem.shape[0]!).map(
          (n) => within[n % ghosts]![Math.floor(n / ghosts)]! * ghosts + (n % ghosts),
        );
        expectPermuted(problem, order, argsFor(problem, ghosts, renorm));
      }),
      seeded(150),
    );
  });

  it("permuting the ghost batches as wholes (150 cases)", () => {
    fc.assert(
      fc.property(ghostBatches, ({ problem, ghosts, among, renorm }) => {
        const order = range(problem.shape[0]!).map((n) => n - (n % ghosts) + among[n % ghosts]!);
        expectPermuted(problem, order, argsFor(problem, ghosts, renorm));
      }),
      seeded(150),
    );
  });
});

it("exchanging examples of different ghost batches changes the outputs of 0, 1, 2, 4", () => {
  const problem = { ...bare("keras-2-v2", [4, 1], -1), gamma: [1], beta: [0] };
  const args = { virtual_batch_size: 2, epsilon: 0 };
  const outputs = (x: readonly number[]): number[] =>
    numbersOf(run({ ...problem, x, dy: x }, args).trace.outputs);
  expect(outputs([0, 1, 2, 4])).toBeAllClose([-1, -1, 1, 1], { absolute: 1e-12 });
  expect(outputs([0, 2, 1, 4])).toBeAllClose([-1, -1, 1, 1], { absolute: 1e-12 });
  expect(outputs([0, 2, 4, 1])).toBeAllClose([-1, 1, 1, -1], { absolute: 1e-12 });
});
