import fc from "fast-check";
import { expect, it } from "vitest";
import { seeded } from "../support/arbitraries";
import { mean, range } from "../support/naive";
import {
  dyOf,
  examplesOf,
  ghostProblems,
  inputsOf,
  layerFor,
  numbersOf,
  weightsOf,
} from "./problems";
import type { Problem } from "./problems";

const close = { relative: 1e-10, absolute: 1e-10 };
const args = { epsilon: 0.01, momentum: 0.5 } as const;

/** Every `ghosts`-th example from the `ghost`-th on. */
const strided = (problem: Problem, ghosts: number, ghost: number): Problem => {
  const pick = (values: readonly number[]): number[] =>
    examplesOf(problem, values).flatMap((example, n) => (n % ghosts === ghost ? example : []));
  const channels = pick(problem.channels);
  const shape = [problem.shape[0]! / ghosts, ...problem.shape.slice(1)];
  return { ...problem, shape, channels, x: pick(problem.x), dy: pick(problem.dy) };
};

it("ghost batches are the strided parts of the batch, each normalized by a layer of its own; the moving statistics get the parts' mean (200 cases)", () => {
  fc.assert(
    fc.property(ghostProblems(), ({ problem, ghosts }) => {
      const layer = layerFor(problem, { ...args, virtual_batch_size: problem.shape[0]! / ghosts });
      const trace = layer.trace(inputsOf(problem), { training: true });
      const gradients = trace.vjp(dyOf(problem));
      const parts = range(ghosts).map((ghost) => {
        const part = strided(problem, ghosts, ghost);
        const own = layerFor(part, args);
        const ownTrace = own.trace(inputsOf(part), { training: true });
        const whole = { outputs: numbersOf(trace.outputs), inputs: numbersOf(gradients.inputs) };
        const ofPart = (values: readonly number[]): readonly number[] =>
          strided({ ...problem, x: values }, ghosts, ghost).x;
        const ownGradients = ownTrace.vjp(dyOf(part));
        expect(ofPart(whole.outputs)).toBeAllClose(numbersOf(ownTrace.outputs), close);
        expect(ofPart(whole.inputs)).toBeAllClose(numbersOf(ownGradients.inputs), close);
        return { weights: weightsOf(own), gradients: ownGradients, trace: ownTrace };
      });
      const channels = range(problem.channelCount);
      for (const name of ["gamma", "beta"] as const) {
        const sums = channels.map((c) =>
          parts.reduce((sum, part) => sum + part.gradients[name]!.data[c]!, 0),
        );
        expect(numbersOf(gradients[name])).toBeAllClose(sums, close);
      }
      for (const name of ["moving_mean", "moving_variance"] as const) {
        expect(weightsOf(layer)[name]).toBeAllClose(
          channels.map((c) => mean(parts.map(({ weights }) => weights[name]![c]!))),
          close,
        );
      }
      for (const name of ["mean", "variance"] as const) {
        expect(numbersOf(trace.batch?.[name])).toBeAllClose(
          parts.flatMap((part) => numbersOf(part.trace.batch?.[name])),
          close,
        );
      }
    }),
    seeded(200),
  );
});

it("parameters keep the full rank with a 1 in second place, where statistics hold the ghost batches (150 cases)", () => {
  fc.assert(
    fc.property(ghostProblems(), ({ problem, ghosts }) => {
      const layer = layerFor(problem, { virtual_batch_size: problem.shape[0]! / ghosts });
      const kept = problem.shape.map((size, axis) => (problem.axes.includes(axis) ? size : 1));
      for (const { value } of layer.weights) expect(value.shape).toEqual([1, 1, ...kept.slice(1)]);
      const trace = layer.trace(inputsOf(problem), { training: true });
      expect(trace.batch?.mean.shape).toEqual([1, ghosts, ...kept.slice(1)]);
      expect(trace.ghostBatches).toBe(ghosts);
    }),
    seeded(150),
  );
});
