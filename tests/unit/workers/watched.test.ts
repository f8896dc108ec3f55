import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { drawnAt } from "@/engine/training/adjustment-recorder";
import { adjusted } from "@/workers/adjusted";
import type { RunRequest } from "@/workers/contract";
import { freezing } from "@/workers/freezing";
import { run } from "@/workers/run";
import { buffersOf } from "@/workers/transfer";
import { dataRoot, refusalFrom, serveShippedData } from "./support";

const ignore = (): void => undefined;

function requestFor(patch: Partial<Experiment> = {}): RunRequest {
  const experiment = { ...defaultExperiment, steps: 20, step: 9, ...patch };
  return { layer: layerConfigOf(experiment), run: runSettingsOf(experiment), dataRoot };
}

beforeEach(() => void serveShippedData());
afterEach(() => void vi.unstubAllGlobals());

describe("a run that may be frozen on the way", () => {
  it("is the run itself, with its outputs and with every version", async () => {
    const request = requestFor({ frozen_from: 8, optimizer: "sgd" });
    const { freezing: history, versions, ...result } = await freezing(request, ignore);
    expect(result).toEqual(await run(request, ignore));
    expect(history!.training.mean).toHaveLength(20 * 13);
    expect(versions).toHaveLength(10);
    expect(result.chosen.usesBatch).toBe(false);
  });

  it("tries the versions on the run's own first batch, whenever its layer is frozen", async () => {
    const versionsOf = async (patch: Partial<Experiment>) =>
      (await freezing(requestFor(patch), ignore)).versions;
    const plain = await versionsOf({ frozen_from: 8 });
    expect(await versionsOf({ frozen_from: 2 })).toEqual(plain);
    expect(await versionsOf({ trainable: false })).toEqual(plain);
    expect(await versionsOf({ profile: "tf-1.4" })).toEqual(plain);
    for (const other of [{ padding: 8 }, { seed: 2 }, { momentum: 0.5 }] as const) {
      expect(await versionsOf(other)).not.toEqual(plain);
    }
  });

  it("is another one for another step of freezing", async () => {
    const [early, late] = await Promise.all(
      [3, 15].map((frozen_from) => run(requestFor({ frozen_from }), ignore)),
    );
    expect(early!.statistics!.movingMean).not.toEqual(late!.statistics!.movingMean);
    expect([early!.chosen.usesBatch, late!.chosen.usesBatch]).toEqual([false, true]);
  });

  it("shows in a long run of many channels the cases of those that it keeps", async () => {
    const wide = { data: "gaussian", channels: 64, batch_size: 4, seed: 2 } as const;
    const of = async (patch: Partial<Experiment>) => {
      const { freezing: history, versions } = await freezing(
        requestFor({ ...wide, ...patch }),
        ignore,
      );
      const { cases } = versions!.find(({ profile }) => profile === "keras-2-v2")!;
      if (!cases.ok) throw new TypeError(cases.message);
      return {
        history: history!,
        gamma: cases.value[0]!.changes.find(({ name }) => name === "gamma")!,
      };
    };
    const [short, long] = [await of({}), await of({ steps: 10_000, channel: 40 })];
    expect(short.gamma.after).toHaveLength(64);
    expect(long.gamma.after).toEqual(short.gamma.after.slice(32));
    expect(long.history.training.mean.slice(0, 32)).toEqual(
      short.history.training.mean.slice(32, 64),
    );
  });

  it("brings outputs and versions along once, whatever step is looked at", async () => {
    const patch = { frozen_from: 8, optimizer: "sgd", seed: 12 } as const;
    const first = await freezing(requestFor(patch), ignore);
    const next = { ...requestFor({ ...patch, step: 10 }), known: first.run };
    expect(await freezing(next, ignore)).toMatchObject({
      run: first.run,
      statistics: null,
      freezing: null,
      versions: null,
      chosen: { step: 10 },
    });
    const other = { ...requestFor({ ...patch, frozen_from: 9 }), known: first.run };
    const { run: name, freezing: history, versions } = await freezing(other, ignore);
    expect(name).not.toBe(first.run);
    expect(history).not.toEqual(first.freezing);
    expect(versions).toEqual(first.versions);
  });

  it("trains once for all its steps, and remembers what was moved away", async () => {
    const onStep = vi.fn();
    const first = await freezing(requestFor({ seed: 11 }), onStep);
    const copy = structuredClone(first);
    structuredClone(first, { transfer: buffersOf(first) });
    expect(first.freezing!.training.mean.byteLength).toBe(0);
    expect(await freezing(requestFor({ seed: 11 }), onStep)).toEqual(copy);
    const other = await freezing(requestFor({ seed: 11, step: 3 }), onStep);
    expect(other.chosen.step).toBe(3);
    // Besides the run itself only what leads from a checkpoint, one at every fifth step, to the steps looked at.
    expect(onStep.mock.calls.length).toBeGreaterThanOrEqual(20);
    expect(onStep.mock.calls.length).toBeLessThan(20 + 3 * 5);
  });
});

describe("a run with an adjustment", () => {
  const adjustment = { scale: 0.2, bias: 0.1, per: "example" } as const;

  it("is the run itself, with its draws, and its step without them", async () => {
    const request = requestFor({ adjustment, seed: 4 });
    const { history, drawn, unadjusted, ...result } = await adjusted(request, ignore);
    const plain = await run(request, ignore);
    expect(result).toEqual({ ...plain, run: result.run });
    expect(history!.count).toBe(32);
    expect(drawn).toEqual(drawnAt(history!, 9));
    const { call, trainingOutputs } = result.chosen;
    const expected = unadjusted.map(
      (y, i) => y * call.adjustment!.scale[i]! + call.adjustment!.bias[i]!,
    );
    expect(trainingOutputs).toBeAllClose(expected, { absolute: 1e-5 });
  });

  it("keeps neighbours of what is followed in a long run of many, in step with its channels", async () => {
    const long = {
      adjustment: { scale: 0.2, bias: 0.1 },
      data: "gaussian",
      channels: 64,
      batch_size: 4,
      steps: 10_000,
      channel: 40,
    } as const;
    const { history, unadjusted, statistics, chosen } = await adjusted(requestFor(long), ignore);
    expect([history!.first, history!.count]).toEqual([32, 32]);
    expect(statistics!.channels).toHaveLength(32);
    expect(unadjusted).toHaveLength(4 * 32);
    const expected = unadjusted.map(
      (y, i) => y * chosen.call.adjustment!.scale[i]! + chosen.call.adjustment!.bias[i]!,
    );
    expect(chosen.trainingOutputs).toBeAllClose(expected, { absolute: 1e-5 });
  });

  it("keeps the examples around the followed one of a large batch", async () => {
    const large = { adjustment, batch_size: 2000, steps: 400, step: 3, example: 1900 } as const;
    const { history, drawn, chosen } = await adjusted(requestFor(large), ignore);
    expect([history!.first, history!.count]).toEqual([1600, 400]);
    const width = chosen.call.normalized.length / 2000;
    expect(drawn!.scale[1900 - 1600]).toBe(chosen.call.adjustment!.scale[1900 * width]);
  });

  it("brings its draws along once, and again when others are to be followed", async () => {
    const large = { adjustment, batch_size: 2000, steps: 400, step: 3, example: 1900 } as const;
    const first = await adjusted(requestFor(large), ignore);
    const again = { ...requestFor({ ...large, step: 5, example: 1700 }), known: first.run };
    const { statistics, history, drawn, chosen } = await adjusted(again, ignore);
    expect([statistics, history, chosen.step]).toEqual([null, null, 5]);
    expect(drawn).toEqual(drawnAt(first.history!, 5));
    const beyond = { ...requestFor({ ...large, example: 300 }), known: first.run };
    const other = await adjusted(beyond, ignore);
    expect(other.history).toMatchObject({ first: 0, count: 800 });
    expect(other.statistics).toEqual(first.statistics);
  });

  it("has no draws without one, and the same outputs", async () => {
    const { history, drawn, unadjusted, chosen } = await adjusted(requestFor(), ignore);
    expect([history, drawn]).toEqual([null, null]);
    expect(unadjusted).toEqual(chosen.trainingOutputs);
  });

  it("remembers what was moved away, and looks at the last step beyond the end", async () => {
    const request = requestFor({ adjustment });
    const first = await adjusted(request, ignore);
    const copy = structuredClone(first);
    structuredClone(first, { transfer: buffersOf(first) });
    expect(await adjusted(request, ignore)).toEqual(copy);
    const [last, beyond] = await Promise.all(
      [20, 900].map((step) => adjusted(requestFor({ adjustment, step }), ignore)),
    );
    expect(beyond).toEqual(last);
  });

  it("is refused where the layer refuses it", async () => {
    const refused = await refusalFrom(
      adjusted(requestFor({ adjustment, virtual_batch_size: 8 }), ignore),
    );
    expect(refused.message).toContain("adjustment cannot be specified");
  });
});
