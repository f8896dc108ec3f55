import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tableSource } from "@/engine/data/table-source";
import { trainingLoop } from "@/engine/graph/training-loop";
import { constant } from "@/engine/spec/constant";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { RunRequest } from "@/workers/contract";
import { readMeasured } from "@/workers/data/measured-tables";
import type * as Loop from "@/workers/loop";
import { buffersOf } from "@/workers/transfer";
import { dataRoot, serveShippedData, shippedText } from "./support";

const ignore = (): void => undefined;

function requestFor(patch: Partial<Experiment> = {}): RunRequest {
  const experiment = { ...defaultExperiment, steps: 30, ...patch };
  return { layer: layerConfigOf(experiment), run: runSettingsOf(experiment), dataRoot };
}

let loop: typeof Loop.loop;
let asked: string[];

beforeEach(async () => {
  vi.resetModules();
  ({ loop } = await import("@/workers/loop"));
  asked = serveShippedData();
});
afterEach(() => void vi.unstubAllGlobals());

describe("a training loop in the worker", () => {
  it("equals the engine's loop on the shipped table, bit for bit", async () => {
    const table = readMeasured("wine", await shippedText("data/wine.csv"), "drop-rows");
    const layer = {
      momentum: 0.9,
      epsilon: 0.01,
      moving_mean_initializer: constant(2),
      moving_variance_initializer: constant(3),
    };
    const patch = { ...layer, batch_size: 16, seed: 5, learning_rate: 0.2, run_update_ops: true };
    const expected = trainingLoop(tableSource(table, 16, 5), {
      layer,
      steps: 30,
      seed: 5,
      learningRate: 0.2,
      runUpdateOps: true,
    });
    const { statistics, ...history } = expected.loop;
    const found = await loop(requestFor({ ...patch, step: 7 }), ignore);
    expect(found).toEqual({
      run: found.run,
      statistics,
      loop: history,
      chosen: expected.inspect(7),
    });
  });

  it("looks at its last step for one beyond it", async () => {
    const { chosen } = await loop(requestFor({ step: 99 }), ignore);
    expect(chosen).toEqual((await loop(requestFor({ step: 30 }), ignore)).chosen);
    expect(chosen.step).toBe(30);
  });

  it("is run again for a switch, on the batches that were drawn", async () => {
    const off = await loop(requestFor(), ignore);
    const on = await loop(requestFor({ run_update_ops: true }), ignore);
    const early = await loop(
      requestFor({ run_update_ops: true, collect_before_layer: true }),
      ignore,
    );
    expect(on.statistics?.movingMean).not.toEqual(off.statistics?.movingMean);
    expect(on.chosen.inferenceOutputs).not.toEqual(off.chosen.inferenceOutputs);
    expect(on.chosen.trainingOutputs).toEqual(off.chosen.trainingOutputs);
    expect({ ...early, run: "" }).toEqual({ ...off, run: "" });
    expect(asked).toHaveLength(1);
  });

  it("is not run again for what it does not read, nor for another channel", async () => {
    const onStep = vi.fn();
    const first = await loop(requestFor({ step: 7 }), onStep);
    const others = { channel: 3, renorm: true, optimizer: "adam", padding: 2 } as const;
    onStep.mockClear();
    expect(await loop(requestFor({ step: 7, ...others }), onStep)).toEqual(first);
    expect(onStep).not.toHaveBeenCalled();
  });

  it("is run again from a checkpoint for another step, which alone is sent", async () => {
    const first = await loop(requestFor({ step: 7 }), ignore);
    const onStep = vi.fn();
    const next = await loop({ ...requestFor({ step: 8 }), known: first.run }, onStep);
    expect(next).toMatchObject({ run: first.run, statistics: null, loop: null });
    expect(next.chosen.step).toBe(8);
    expect(onStep.mock.calls).toEqual([[7, 8]]);
    const whole = await loop({ ...requestFor({ step: 8 }), known: "another" }, ignore);
    expect(whole).toEqual({ ...first, chosen: next.chosen });
  });

  it("gives equal numbers again, though the first result was moved to the page", async () => {
    const first = await loop(requestFor(), ignore);
    const expected = structuredClone(first);
    structuredClone(first, { transfer: buffersOf(first) });
    expect(first.loop?.loss.byteLength).toBe(0);
    expect(first.chosen.inputs.byteLength).toBe(0);
    expect(await loop(requestFor(), ignore)).toEqual(expected);
  });
});
