import { beforeAll, describe, expect, it } from "vitest";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { fedAt } from "@/engine/graph/fed-batch";
import { feedsFor, programFor } from "@/engine/graph/loop-program";
import { Session } from "@/engine/graph/session";
import { trainingLoop } from "@/engine/graph/training-loop";
import type { LoopRun, TrainingLoopSettings } from "@/engine/graph/training-loop";
import { GraphKeys } from "@/engine/base-layer/deferred";
import { bytesOf } from "@/workers/transfer";

const width = 3;
const batchSize = 8;
const steps = 30;

const source = syntheticSource(
  {
    kind: "gaussian",
    means: [3, 0, -20],
    deviations: [1, 2, 10],
    driftPerStep: 0,
    degreesOfFreedom: 3,
  },
  batchSize,
  4,
);

const settingsOf = (patch: Partial<TrainingLoopSettings>): TrainingLoopSettings => ({
  layer: { momentum: 0.9, moving_mean_initializer: "random_normal" },
  steps,
  learningRate: 0.1,
  runUpdateOps: true,
  seed: 7,
  ...patch,
});

/** What a session of a program of its own gives in a step, from nothing but fetches and feeds. */
function fetchedIn(step: number, settings: TrainingLoopSettings) {
  const program = programFor(width, settings);
  const { graph, y, trainStep } = program;
  const session = new Session(graph);
  for (let before = 1; before < step; before++) {
    session.run(trainStep, feedsFor(program, fedAt(source, before), "training"));
  }
  const variables = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
  const found = variables.map(({ value }) => value);
  const batch = fedAt(source, step);
  const [training] = session.run([y, trainStep], feedsFor(program, batch, "training"));
  const left = variables.map(({ value }) => value);
  // γ and β as they were found, the moving statistics as they are left.
  variables.slice(0, 2).forEach((variable, i) => variable.assign(found[i]!));
  const inference = session.run(y, feedsFor(program, batch, "inference"));
  const names = ["gamma", "beta", "moving_mean", "moving_variance"];
  return {
    batch,
    training,
    inference,
    found: Object.fromEntries(names.map((name, i) => [name, Array.from(found[i]!.data)])),
    left: Object.fromEntries(names.map((name, i) => [name, Array.from(left[i]!.data)])),
  };
}

describe.each([
  ["that runs the update operations", { runUpdateOps: true }],
  ["that does not run them", { runUpdateOps: false }],
  ["that asks for them too early", { runUpdateOps: true, collectBeforeLayer: true }],
])("a step of a loop %s", (_, patch) => {
  const settings = settingsOf(patch);
  let run: LoopRun;
  beforeAll(() => {
    run = trainingLoop(source, settings);
  });

  it.each([1, 2, 17, steps])("is what a session fetches in step %i, to the last bit", (step) => {
    const chosen = run.inspect(step);
    const { batch, training, inference, found, left } = fetchedIn(step, settings);
    expect(chosen).toMatchObject({ step, batchSize, usesBatch: true });
    expect(Array.from(chosen.inputs)).toEqual(Array.from(batch.inputs.data));
    expect(Array.from(chosen.trainingOutputs)).toEqual(Array.from(training.data));
    expect(Array.from(chosen.inferenceOutputs)).toEqual(Array.from(inference.data));
    for (const [name, values] of Object.entries(found)) {
      expect(Array.from(chosen.weights[name]!)).toEqual(values);
    }
    const after = (rows: Float64Array) =>
      Array.from(rows.subarray(step * width, (step + 1) * width));
    expect(after(run.loop.statistics.movingMean)).toEqual(left["moving_mean"]);
    expect(after(run.loop.statistics.gamma)).toEqual(left["gamma"]);
  });

  it("has what its training call made of the batch", () => {
    const { call, trainingOutputs, weights } = run.inspect(12);
    const close = { relative: 1e-5, absolute: 1e-5 };
    const row = run.loop.statistics.batchMean.subarray(11 * width, 12 * width);
    expect(call.used.mean).toBeAllClose(row, close);
    expect(call.gamma).toEqual(weights["gamma"]);
    const outputs = call.normalized.map(
      (value, i) => value * call.gamma[i % width]! + call.beta[i % width]!,
    );
    expect(trainingOutputs).toBeAllClose(outputs, close);
  });

  it("is the same whatever was looked at before, and changes nothing of the loop", () => {
    const before = structuredClone(run.loop);
    const expected = trainingLoop(source, settings).inspect(20);
    for (const other of [1, 19, 20, 21, steps]) {
      run.inspect(other);
      expect(run.inspect(20)).toEqual(expected);
    }
    expect(run.loop).toEqual(before);
  });
});

describe("a step of a loop", () => {
  it("must be one of its steps", () => {
    const run = trainingLoop(source, settingsOf({}));
    for (const step of [0, steps + 1, 1.5]) {
      expect(() => run.inspect(step)).toThrow(
        `step must be an integer from 1 to ${steps}. Received: step=${step}`,
      );
    }
  });

  it("is one step away from its neighbour, and less than √n from any other", () => {
    const run = trainingLoop(source, settingsOf({ steps: 100 }));
    for (const step of [100, 99, 11, 10, 1, 55]) {
      expect(Array.from(run.approach(step)).length).toBeLessThan(10);
    }
    run.inspect(58);
    expect(Array.from(run.approach(59))).toEqual([58]);
  });
});

it("a loop of 10,000 steps of 256 channels keeps 32 channels and 100 places to go back to", () => {
  const wide = syntheticSource(
    {
      kind: "gaussian",
      channels: 256,
      means: [3, 0, -20],
      deviations: [1, 2],
      driftPerStep: 0,
      degreesOfFreedom: 3,
    },
    2,
    5,
  );
  const run = trainingLoop(wide, settingsOf({ steps: 10_000, channel: 100 }));
  expect(run.loop.statistics.channels).toHaveLength(32);
  expect(run.checkpoints.kept).toHaveLength(100);
  // Four variables of 256 numbers of 4 bytes.
  expect(bytesOf(run.checkpoints.kept)).toBeLessThanOrEqual(100 * 4 * 256 * 4);
  // 14 lists of 10,000 × 32 numbers of 8 bytes, and the few that are not as wide.
  expect(bytesOf(run.loop)).toBeLessThan(14.5 * 10_000 * 32 * 8);
  const { inputs, inferenceOutputs } = run.inspect(9_876);
  expect(inputs).toHaveLength(2 * 32);
  expect(inferenceOutputs).toHaveLength(2 * 32);
});
