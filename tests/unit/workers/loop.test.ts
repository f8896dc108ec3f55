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
    expect(await loop(requestFor(patch), ignore)).toEqual(expected);
  });

  it("is run again for a switch, on the batches that were drawn", async () => {
    const off = await loop(requestFor(), ignore);
    const on = await loop(requestFor({ run_update_ops: true }), ignore);
    const early = await loop(
      requestFor({ run_update_ops: true, collect_before_layer: true }),
      ignore,
    );
    expect(on.statistics.movingMean).not.toEqual(off.statistics.movingMean);
    expect(early).toEqual(off);
    expect(asked).toHaveLength(1);
  });

  it("is not run again for another step, nor for what it does not read", async () => {
    const onStep = vi.fn();
    const first = await loop(requestFor(), onStep);
    expect(onStep).toHaveBeenCalledTimes(30);
    const same = { step: 7, channel: 3, renorm: true, optimizer: "adam", padding: 2 } as const;
    expect(await loop(requestFor(same), onStep)).toEqual(first);
    expect(onStep).toHaveBeenCalledTimes(30);
  });

  it("gives equal numbers again, though the first result was moved to the page", async () => {
    const first = await loop(requestFor(), ignore);
    const expected = structuredClone(first);
    structuredClone(first, { transfer: buffersOf(first) });
    expect(first.loss.byteLength).toBe(0);
    expect(await loop(requestFor(), ignore)).toEqual(expected);
  });
});
