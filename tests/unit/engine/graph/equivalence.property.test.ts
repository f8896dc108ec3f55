import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchNormalization, EngineError } from "@/engine";
import type {
  BatchNormArguments,
  DType,
  LayerOptions,
  RenormClipping,
  Tensor,
  Variable,
} from "@/engine";
import { Graph, Session, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import { ghostProblems, profileIds } from "../laws/problems";
import type { Problem } from "../laws/problems";
import { seeded } from "../support/arbitraries";
import { bitsOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { drawnAdjustment } from "../tensorflow/support/renorm";
import { quiet, trainingIn } from "./support/deferred-layer";
import { gradientBy, readOf, variableOf } from "./support/gradients";
import { weightedSum } from "./support/operations";

/** A layer and what it is called with. */
interface Scenario {
  readonly problem: Problem;
  readonly args: BatchNormArguments;
  readonly isAdjusted: boolean;
  readonly dtype: DType;
  /** Whether the graph knows the number of examples. */
  readonly knowsBatch: boolean;
  /** Whether a placeholder says if it trains; else there is a call for either. */
  readonly isOpen: boolean;
  /** One call each: whether it trains. */
  readonly steps: readonly boolean[];
}

const scheduled: RenormClipping = { rmax: (step) => 1 + step, dmax: (step) => step / 2 };

const clippings = fc.constantFrom<RenormClipping>(
  null,
  { rmax: 1.1, rmin: 0.9, dmax: 0.1 },
  { dmax: 0 },
  scheduled,
);

const argumentsOf = (problem: Problem, ghosts: number): fc.Arbitrary<BatchNormArguments> =>
  fc
    .record({
      momentum: fc.constantFrom(0, 0.5, 0.99, 1),
      epsilon: fc.constantFrom(1e-3, 1e-6, 0.1),
      center: fc.boolean(),
      scale: fc.boolean(),
      fused: fc.constantFrom(null, false),
      renorm: fc.boolean(),
      renorm_momentum: fc.constantFrom(0.5, 0.99),
      renorm_clipping: clippings,
      trainable: fc.constantFrom(true, true, true, false),
      isGhost: fc.boolean(),
      gamma_regularizer: fc.constantFrom(null, "l2"),
      gamma_initializer: fc.constantFrom("ones", "random_normal"),
      beta_initializer: fc.constantFrom("zeros", "random_uniform"),
    })
    .map(({ isGhost, ...args }) => ({
      ...args,
      axis: problem.axis,
      // What a frozen layer does with renorm's variables is a matter of its own.
      trainable: args.trainable || args.renorm,
      virtual_batch_size: isGhost ? problem.shape[0]! / ghosts : null,
    }));

const scenarios = ghostProblems({ profiles: profileIds }).chain(({ problem, ghosts }) =>
  argumentsOf(problem, ghosts).chain((args) =>
    fc.record<Scenario>({
      problem: fc.constant(problem),
      args: fc.constant(args),
      isAdjusted: fc.constantFrom(false, false, args.virtual_batch_size === null),
      dtype: fc.constantFrom<DType>("float32", "float32", "float64", "float16"),
      knowsBatch: fc.boolean(),
      isOpen: fc.boolean(),
      steps: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
    }),
  ),
);

/** A layer's arguments with an adjustment of its own that draws as that of the other. */
function argumentsIn({ args, isAdjusted, dtype, problem }: Scenario): BatchNormArguments {
  const isKnown = problem.profile !== "tf-1.4";
  return {
    ...args,
    dtype,
    ...(isAdjusted && isKnown && { adjustment: drawnAdjustment(7).adjust }),
  };
}

const batchesOf = ({ problem: { shape }, dtype, steps }: Scenario): readonly Tensor[] =>
  steps.map((_, step) => tensorOf(shape, uniform(shape, 50 + step, [-3, 5]), dtype));

type Call = (x: Tensor, training: boolean) => Tensor;

interface Called {
  readonly layer: BatchNormalization;
  readonly call: Call;
}

const optionsOf = ({ problem }: Scenario): LayerOptions => ({
  profile: problem.profile,
  seed: 11,
  ...quiet,
});

function eager(scenario: Scenario): Called {
  const layer = new BatchNormalization(argumentsIn(scenario), optionsOf(scenario));
  return { layer, call: (x, training) => layer.call(x, { training }) };
}

function deferred(scenario: Scenario): Called {
  const { problem, dtype, knowsBatch, isOpen } = scenario;
  const graph = new Graph();
  const session = new Session(graph);
  const layer = new BatchNormalization(argumentsIn(scenario), { ...optionsOf(scenario), graph });
  const [examples, ...rest] = problem.shape;
  const x = placeholder(graph, { shape: [knowsBatch ? examples! : null, ...rest], dtype });
  const flag = trainingIn(graph);
  const applied = new Map<boolean, SymbolicTensor>();
  const outputsOf = (training: boolean): SymbolicTensor => {
    const known = isOpen || training;
    const outputs = applied.get(known) ?? layer.apply(x, { training: isOpen ? flag : training });
    applied.set(known, outputs);
    return outputs;
  };
  return {
    layer,
    call(batch, training) {
      const outputs = outputsOf(training);
      // The updates of the training call move nothing where it was not this one's.
      const updates = isOpen || training ? layer.updates : [];
      return session.run(
        [outputs, ...updates],
        [
          [x, batch],
          [flag, training],
        ],
      )[0];
    },
  };
}

/** Everything that a layer's calls give and leave behind, bit for bit; or how one of them was refused. */
function told(make: (scenario: Scenario) => Called, scenario: Scenario): unknown[] {
  const story: unknown[] = [];
  try {
    const { layer, call } = make(scenario);
    batchesOf(scenario).forEach((batch, i) => {
      const outputs = call(batch, scenario.steps[i]!);
      story.push([outputs.shape, outputs.dtype, bitsOf(outputs), layer.step]);
      story.push(layer.weights.map(({ value: { shape }, ...weight }) => [shape, weight.name]));
      story.push(layer.getWeights().map(bitsOf));
    });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    story.push([error.kind, error.message]);
  }
  return story;
}

const isTaken = (scenario: Scenario): boolean =>
  told(eager, scenario).length === 3 * scenario.steps.length;

const isParameter = ({ name }: Variable): boolean => /\/(gamma|beta)$/.test(name);

describe("a layer in a graph, run step by step,", () => {
  it("gives and keeps what the eager layer does, bit for bit, or is refused with the same words", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(told(deferred, scenario)).toEqual(told(eager, scenario));
      }),
      seeded(1500),
    );
  });

  it("passes back what the eager layer's trace does, bit for bit", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { problem, dtype, steps } = scenario;
        const [x] = batchesOf(scenario) as [Tensor];
        const dy = tensorOf(problem.shape, problem.dy, dtype);
        const training = steps[0]!;
        fc.pre(isTaken(scenario));
        const trace = eager(scenario).layer.trace(x, { training });
        const expected = trace.vjp(dy);

        const graph = new Graph();
        const layer = new BatchNormalization(argumentsIn(scenario), {
          ...optionsOf(scenario),
          graph,
        });
        const variable = variableOf(graph, "x", x);
        const y = layer.apply(readOf(graph, variable), { training });
        const loss = weightedSum(y, dy);
        const behind = [variable, ...layer.weights.filter(isParameter)];
        const gradients = new Session(graph).run(behind.map((each) => gradientBy(loss, each)));
        const { inputs, gamma, beta } = expected;
        const parameters = [gamma, beta].filter((each) => each !== undefined);
        expect(gradients.map(bitsOf)).toEqual([inputs, ...parameters].map(bitsOf));
      }),
      seeded(400),
    );
  });

  it("is no empty comparison: most scenarios are not refused, and every kind of layer is among them", () => {
    const drawn = fc.sample(scenarios, seeded(1500));
    const succeeded = drawn.filter(isTaken);
    expect(succeeded.length).toBeGreaterThan(1000);
    const count = (isOne: (scenario: Scenario) => boolean): number =>
      succeeded.filter(isOne).length;
    for (const isOne of [
      ({ args }: Scenario) => args.renorm === true,
      ({ args }: Scenario) => typeof args.virtual_batch_size === "number",
      ({ args }: Scenario) => args.trainable === false,
      ({ isAdjusted }: Scenario) => isAdjusted,
      ({ dtype }: Scenario) => dtype === "float16",
      ({ dtype }: Scenario) => dtype === "float64",
      ({ args }: Scenario) => args.renorm === true && args.renorm_clipping === scheduled,
    ]) {
      expect(count(isOne)).toBeGreaterThan(50);
    }
    for (const profile of profileIds) {
      expect(count(({ problem }) => problem.profile === profile)).toBeGreaterThan(50);
    }
  });
});
