import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchNormArguments, CallOptions, ProfileId, Tensor, Trace } from "@/engine";
import { listOf, seeded } from "../support/arbitraries";
import { float64 } from "../support/tensors";
import { outputsBy, slopes } from "./definition";
import type { AdjustmentShapes, Definition, Variables } from "./definition";
import {
  adjustmentProfiles,
  dyOf,
  ghostProblems,
  ghostRenormProfiles,
  inputsOf,
  layerFor,
  maskProfiles,
  numbersOf,
  stddevProfiles,
  v1Profiles,
  v2Profiles,
  weightedProfiles,
} from "./problems";
import type { Problem } from "./problems";

const epsilon = 0.5;
const close = { relative: 1e-6, absolute: 1e-6 };

/** The data of one case; every mode takes from it what it needs. */
interface Given {
  readonly problem: Problem;
  readonly ghosts: number;
  readonly earlier: readonly number[];
  readonly mask: readonly number[];
  readonly shapes: AdjustmentShapes;
  readonly scale: readonly number[];
  readonly bias: readonly number[];
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, n) => size * n, 1);

/** A shape that broadcasts to the inputs: trailing axes, some of size 1. */
const broadcastable = (shape: readonly number[]): fc.Arbitrary<number[]> =>
  fc
    .record({
      lead: fc.nat({ max: shape.length }),
      ones: fc.array(fc.boolean(), { minLength: shape.length, maxLength: shape.length }),
    })
    .map(({ lead, ones }) => shape.map((n, axis) => (ones[axis] === true ? 1 : n)).slice(lead));

const cases = (profiles: readonly ProfileId[]): fc.Arbitrary<Given> =>
  ghostProblems({ profiles, limit: 3 }).chain(({ problem, ghosts }) =>
    fc
      .record({ scale: broadcastable(problem.shape), bias: broadcastable(problem.shape) })
      .chain((shapes) =>
        fc.record({
          problem: fc.constant(problem),
          ghosts: fc.constant(ghosts),
          earlier: listOf(problem.x.length, 3),
          mask: fc.array(fc.constantFrom(0.5, 1, 2, 3), {
            minLength: sizeOf(problem.shape.slice(0, -1)),
            maxLength: sizeOf(problem.shape.slice(0, -1)),
          }),
          shapes: fc.constant(shapes),
          scale: listOf(sizeOf(shapes.scale), 2),
          bias: listOf(sizeOf(shapes.bias), 2),
        }),
      ),
  );

interface Setting {
  readonly args?: BatchNormArguments;
  readonly call?: CallOptions;
  /** Beside what the trace itself froze: the correction and the moving statistics. */
  readonly definition?: Omit<Definition, "epsilon">;
}

const ghostArgs = ({ problem, ghosts }: Given): BatchNormArguments => ({
  virtual_batch_size: problem.shape[0]! / ghosts,
});
const adjusted = ({ shapes, scale, bias }: Given): BatchNormArguments => ({
  adjustment: () => [float64(shapes.scale, scale), float64(shapes.bias, bias)],
});
const clipping = { rmin: 0.4, rmax: 1.5, dmax: 0.75 };
const renorm: BatchNormArguments = { renorm: true, renorm_momentum: 0.6, momentum: 0.3 };

const masked = (given: Given): Setting => {
  const last = given.problem.shape.at(-1)!;
  return {
    call: { mask: float64(given.problem.shape.slice(0, -1), given.mask) },
    definition: {
      elementWeights: given.problem.x.map((_, i) => given.mask[Math.floor(i / last)]!),
    },
  };
};

const all = [...v1Profiles, ...v2Profiles];
const modes: readonly (readonly [string, readonly ProfileId[], (given: Given) => Setting])[] = [
  ["plain", all, () => ({})],
  ["without γ and β", all, () => ({ args: { scale: false, center: false } })],
  ["ghost batches", all, (g) => ({ args: ghostArgs(g), definition: { ghosts: g.ghosts } })],
  ["weighted renorm", weightedProfiles, () => ({ args: renorm })],
  [
    "weighted renorm, clipped",
    weightedProfiles,
    () => ({ args: { ...renorm, renorm_clipping: clipping } }),
  ],
  ["stddev renorm", stddevProfiles, () => ({ args: renorm })],
  [
    "stddev renorm, clipped",
    stddevProfiles,
    () => ({ args: { ...renorm, renorm_clipping: clipping } }),
  ],
  [
    "ghost batches with renorm",
    ghostRenormProfiles,
    (g) => ({ args: { ...renorm, ...ghostArgs(g) }, definition: { ghosts: g.ghosts } }),
  ],
  ["adjustment", adjustmentProfiles, (g) => ({ args: adjusted(g) })],
  [
    "adjustment with renorm",
    adjustmentProfiles,
    (g) => ({ args: { ...renorm, renorm_clipping: clipping, ...adjusted(g) } }),
  ],
  ["adjustment without γ", adjustmentProfiles, (g) => ({ args: { scale: false, ...adjusted(g) } })],
  ["inference", all, () => ({ call: { training: false } })],
  ["inference of a renorm layer", all, () => ({ args: renorm, call: { training: false } })],
  [
    "inference of an adjusted layer",
    adjustmentProfiles,
    (g) => ({ args: adjusted(g), call: { training: false } }),
  ],
  ["frozen, with the moving statistics", v2Profiles, () => ({ args: { trainable: false } })],
  ["frozen, with the batch's statistics", v1Profiles, () => ({ args: { trainable: false } })],
  ["masked", maskProfiles, masked],
  [
    "masked ghost batches",
    maskProfiles,
    (g) => ({
      ...masked(g),
      args: ghostArgs(g),
      definition: { ...masked(g).definition, ghosts: g.ghosts },
    }),
  ],
  ["masked with adjustment", maskProfiles, (g) => ({ ...masked(g), args: adjusted(g) })],
];

/** What the trace used as constants, as the definition takes them. */
const frozenBy = (trace: Trace): Omit<Definition, "epsilon"> => ({
  ...(trace.mode === "inference" && {
    moving: { mean: numbersOf(trace.used.mean), variance: numbersOf(trace.used.variance) },
  }),
  ...(trace.renorm && {
    correction: { r: numbersOf(trace.renorm.r), d: numbersOf(trace.renorm.d) },
  }),
});

function traced(given: Given, { args, call }: Setting): Trace {
  const { problem, earlier } = given;
  const layer = layerFor(problem, { epsilon, ...args, trainable: true });
  // The first batch takes the statistics away from their initial values.
  layer.call(float64(problem.shape, earlier), { training: true });
  if (args?.trainable === false) layer.trainable = false;
  return layer.trace(inputsOf(problem), { training: true, ...call });
}

/** Absent where the layer has no such weight, close to the slopes where it has one. */
function expectGradient(
  actual: Tensor | undefined,
  present: boolean,
  expected: readonly number[],
  shape = actual?.shape,
): void {
  expect(actual !== undefined).toBe(present);
  if (actual === undefined) return;
  expect(actual.shape).toEqual(shape);
  expect(numbersOf(actual)).toBeAllClose(expected, close);
}

/** Where the gradients are taken: 1 and 0 for what the layer does not have. */
const startOf = (
  { problem, scale, bias }: Given,
  args: BatchNormArguments,
  isAdjusted: boolean,
): Variables => ({
  x: problem.x,
  gamma: problem.gamma.map((value) => (args.scale === false ? 1 : value)),
  beta: problem.beta.map((value) => (args.center === false ? 0 : value)),
  scale: isAdjusted ? scale : [1],
  bias: isAdjusted ? bias : [0],
});

describe.each(modes)("%s: outputs and gradients", (_, profiles, settingFor) => {
  it("equal the definition within 1e-9 and its central differences within 1e-6 (40 cases)", () => {
    fc.assert(
      fc.property(cases(profiles), (given) => {
        const { problem, shapes } = given;
        const setting = settingFor(given);
        const trace = traced(given, setting);
        const isAdjusted = trace.adjustment !== null;
        const definition = { epsilon, ...setting.definition, ...frozenBy(trace) };
        const start = startOf(given, setting.args ?? {}, isAdjusted);
        const outputsAt = outputsBy(problem, definition, isAdjusted ? shapes : undefined);
        expect(numbersOf(trace.outputs)).toBeAllClose(outputsAt(start), {
          relative: 1e-9,
          absolute: 1e-9,
        });

        const slopesOf = (name: keyof Variables): number[] =>
          slopes(start[name], (at) => outputsAt({ ...start, [name]: at }), problem.dy);
        const gradients = trace.vjp(dyOf(problem));
        expect(gradients.inputs.shape).toEqual(problem.shape);
        expect(numbersOf(gradients.inputs)).toBeAllClose(slopesOf("x"), close);
        expectGradient(gradients.gamma, setting.args?.scale !== false, slopesOf("gamma"));
        expectGradient(gradients.beta, setting.args?.center !== false, slopesOf("beta"));
        expectGradient(gradients.adjustment?.scale, isAdjusted, slopesOf("scale"), shapes.scale);
        expectGradient(gradients.adjustment?.bias, isAdjusted, slopesOf("bias"), shapes.bias);
      }),
      seeded(40),
    );
  });
});
