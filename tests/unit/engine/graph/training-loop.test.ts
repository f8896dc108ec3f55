import { describe, expect, it } from "vitest";
import { BatchNormalization, sgd, tensor } from "@/engine";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { loopSteps, trainingLoop } from "@/engine/graph/training-loop";
import type { TrainingLoopSettings } from "@/engine/graph/training-loop";
import { constant as initially } from "@/engine/spec/constant";
import type { TrainingLoop } from "@/engine/types/training-loop";

const width = 3;
const batchSize = 8;
const steps = 30;

const source = (seed = 4) =>
  syntheticSource(
    {
      kind: "gaussian",
      means: [3, 0, -20],
      deviations: [1, 2, 10],
      driftPerStep: 0,
      degreesOfFreedom: 3,
    },
    batchSize,
    seed,
  );

const loopWith = (settings: Partial<TrainingLoopSettings> = {}): TrainingLoop =>
  trainingLoop(source(), { steps, learningRate: 0.1, runUpdateOps: true, ...settings }).loop;

/** The targets: what is standardized by the population, doubled, plus 1. */
const targetsOf = (values: Float64Array): Float64Array =>
  values.map((value, i) => 2 * ((value - [3, 0, -20][i % 3]!) / [1, 2, 10][i % 3]!) + 1);

/** The same training without a graph: one call, the loss's gradient, one step down. */
function trainedEagerly(momentum: number) {
  const layer = new BatchNormalization({ momentum }, { profile: "tf-2.3-layers" });
  const shape = [batchSize, width] as const;
  layer.build(shape);
  const optimizer = sgd({ learning_rate: 0.1 });
  const batches = source();
  const rows = { gamma: [1, 1, 1], beta: [0, 0, 0], mean: [0, 0, 0], variance: [1, 1, 1] };
  for (let step = 1; step <= steps; step++) {
    const { values } = batches.batch(step);
    const targets = tensor(targetsOf(values), { shape, dtype: "float32" });
    const trace = layer.trace(tensor(values, { shape, dtype: "float32" }), { training: true });
    const slope = trace.outputs.data.map(
      (y, i) => (2 * (y - targets.data[i]!)) / targets.data.length,
    );
    optimizer.step(layer, trace.vjp({ ...trace.outputs, data: slope }));
    const [gamma, beta, mean, variance] = layer.getWeights().map(({ data }) => Array.from(data));
    rows.gamma.push(...gamma!);
    rows.beta.push(...beta!);
    rows.mean.push(...mean!);
    rows.variance.push(...variance!);
  }
  return rows;
}

const namesOf = ({ graph }: TrainingLoop) => graph.operations.map(({ name }) => name);

/** The operations that a step ran. */
function ranIn(loop: TrainingLoop, step: number): readonly string[] {
  const names = namesOf(loop);
  return names.filter((_, i) => loop.ran[(step - 1) * names.length + i] === 1);
}

const everything = [
  "x",
  "training",
  "bn/batchnorm",
  "bn/AssignMovingAvg",
  "bn/AssignMovingAvg_1",
  "targets",
  "MeanSquaredError",
  "minimize",
  "train_step",
];
const withoutUpdates = everything.filter((name) => !name.includes("Assign"));

describe("a training loop that runs the update operations", () => {
  const loop = loopWith({ layer: { momentum: 0.9 } });

  it("moves the statistics as an eager layer does, to the last bit", () => {
    const { mean, variance } = trainedEagerly(0.9);
    expect(Array.from(loop.statistics.movingMean)).toEqual(mean);
    expect(Array.from(loop.statistics.movingVariance)).toEqual(variance);
  });

  it("trains gamma and beta as an eager layer is trained", () => {
    const { gamma, beta } = trainedEagerly(0.9);
    expect(Array.from(loop.statistics.gamma)).toBeAllClose(gamma, {
      relative: 1e-6,
      absolute: 1e-7,
    });
    expect(Array.from(loop.statistics.beta)).toBeAllClose(beta, { relative: 1e-6, absolute: 1e-7 });
  });

  it("runs the whole graph in every step", () => {
    for (const step of [1, 2, steps]) expect(ranIn(loop, step)).toEqual(everything);
  });

  it("brings both modes together", () => {
    const long = loopWith({ layer: { momentum: 0.9 }, steps: 200 });
    expect(long.probe.inferenceLoss[0]).toBeGreaterThan(20);
    expect(long.probe.inferenceLoss[200]).toBeLessThan(0.5);
    expect(long.probe.trainingLoss[200]).toBeLessThan(0.5);
  });
});

describe("a training loop that does not run the update operations", () => {
  const loop = loopWith({ runUpdateOps: false, layer: { momentum: 0.9 } });
  const constant = (value: number) => Array.from({ length: (steps + 1) * width }, () => value);

  it("leaves the moving statistics at their initial values", () => {
    expect(Array.from(loop.statistics.movingMean)).toEqual(constant(0));
    expect(Array.from(loop.statistics.movingVariance)).toEqual(constant(1));
    const started = loopWith({
      runUpdateOps: false,
      layer: { moving_mean_initializer: initially(0.5), moving_variance_initializer: initially(4) },
    });
    expect(Array.from(started.statistics.movingMean)).toEqual(constant(0.5));
    expect(Array.from(started.statistics.movingVariance)).toEqual(constant(4));
  });

  it("has the update operations in its graph, marked, and runs none of them", () => {
    expect(namesOf(loop)).toEqual(everything);
    expect(
      loop.graph.operations.filter(({ isUpdate }) => isUpdate).map(({ name }) => name),
    ).toEqual(["bn/AssignMovingAvg", "bn/AssignMovingAvg_1"]);
    for (const step of [1, 2, steps]) expect(ranIn(loop, step)).toEqual(withoutUpdates);
  });

  it("has the same loss in every step: nothing in training tells", () => {
    const running = loopWith({ layer: { momentum: 0.9 } });
    expect(loop.loss).toEqual(running.loss);
    expect(loop.loss[steps - 1]).toBeLessThan(loop.loss[0]!);
    expect(loop.probe.trainingOutput).toEqual(running.probe.trainingOutput);
    expect(loop.probe.inferenceOutput).not.toEqual(running.probe.inferenceOutput);
  });

  it("is what asking for UPDATE_OPS before the layer is made comes to", () => {
    const early = loopWith({ collectBeforeLayer: true, layer: { momentum: 0.9 } });
    expect(early).toEqual(loop);
    const neither = loopWith({ collectBeforeLayer: true, runUpdateOps: false });
    expect(ranIn(neither, 1)).toEqual(withoutUpdates);
  });
});

describe("the graph of a training loop", () => {
  const { graph, fetched } = loopWith();
  const at = (name: string) => graph.operations.findIndex((operation) => operation.name === name);
  const variablesOf = (places: readonly number[]) => places.map((i) => graph.variables[i]!.name);

  it("says what each operation takes in, needs, reads and writes", () => {
    const layer = graph.operations[at("bn/batchnorm")]!;
    expect(layer.inputs).toEqual([at("x"), at("training")]);
    expect(variablesOf(layer.reads)).toEqual([
      "bn/gamma",
      "bn/beta",
      "bn/moving_mean",
      "bn/moving_variance",
    ]);
    const [mean, variance] = [at("bn/AssignMovingAvg"), at("bn/AssignMovingAvg_1")];
    expect(graph.operations[mean]!.controlInputs).toEqual([at("bn/batchnorm")]);
    expect(variablesOf(graph.operations[mean]!.writes)).toEqual(["bn/moving_mean"]);
    expect(variablesOf(graph.operations[variance]!.writes)).toEqual(["bn/moving_variance"]);
    expect(graph.operations[at("MeanSquaredError")]!.inputs).toEqual([
      at("targets"),
      at("bn/batchnorm"),
    ]);
    expect(variablesOf(graph.operations[at("minimize")]!.writes)).toEqual(["bn/gamma", "bn/beta"]);
    expect(graph.operations[fetched]!.controlInputs).toEqual([at("minimize"), mean, variance]);
  });

  it("needs the update operations only where the loop has got them", () => {
    const off = loopWith({ runUpdateOps: false });
    expect(off.graph.operations[off.fetched]!.controlInputs).toEqual([at("minimize")]);
  });

  it("says which variables train", () => {
    expect(graph.variables).toEqual([
      { name: "bn/gamma", isTrainable: true },
      { name: "bn/beta", isTrainable: true },
      { name: "bn/moving_mean", isTrainable: false },
      { name: "bn/moving_variance", isTrainable: false },
    ]);
  });

  it("does not grow with the steps, and neither does what is kept of one", () => {
    const [short, long] = [loopWith({ steps: 2 }), loopWith({ steps: 60 })];
    expect(long.graph).toEqual(short.graph);
    expect(long.ran).toHaveLength(60 * everything.length);
    expect(long.probe.inferenceOutput).toHaveLength(61 * width);
    expect(long.loss.slice(0, 2)).toEqual(short.loss);
  });
});

describe("a training loop", () => {
  it("is the same whenever it is run, and another for another seed of its data", () => {
    expect(loopWith()).toEqual(loopWith());
    const other = trainingLoop(source(5), { steps, learningRate: 0.1, runUpdateOps: true });
    expect(other.loop.loss).not.toEqual(loopWith().loss);
  });

  it("draws unseeded initial values from its own seed", () => {
    const layer = { moving_mean_initializer: "random_normal" } as const;
    const first = loopWith({ layer, seed: 1 });
    expect(loopWith({ layer, seed: 1 })).toEqual(first);
    expect(loopWith({ layer, seed: 2 }).statistics.movingMean).not.toEqual(
      first.statistics.movingMean,
    );
  });

  it("looks at its first batch before the first step and after each, and moves nothing by it", () => {
    const { probe, loss } = loopWith();
    expect(probe.trainingLoss[0]).toBe(loss[0]);
    const first = source().batch(1).values.slice(0, width);
    expect(Array.from(probe.input)).toEqual(Array.from(first, Math.fround));
    expect(Array.from(probe.target)).toEqual(Array.from(targetsOf(first), Math.fround));
    const { mean, variance } = trainedEagerly(0.99);
    const { movingMean, movingVariance } = loopWith().statistics;
    expect(Array.from(movingMean)).toEqual(mean);
    expect(Array.from(movingVariance)).toEqual(variance);
  });

  it("tells of every step", () => {
    const told = loopSteps(source(), { steps, learningRate: 0.1, runUpdateOps: true });
    expect(Array.from(told)).toEqual(Array.from({ length: steps }, (_, i) => i + 1));
  });

  it("has a target for a channel that is constant", () => {
    const flat = syntheticSource(
      { kind: "constant", means: [7], deviations: [1], driftPerStep: 0, degreesOfFreedom: 3 },
      batchSize,
      1,
    );
    const settings = { steps: 3, learningRate: 0.1, runUpdateOps: true };
    const { probe, loss } = trainingLoop(flat, settings).loop;
    expect(Array.from(probe.target)).toEqual([1]);
    expect(loss.every(Number.isFinite)).toBe(true);
  });
});
