import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { initialDraws } from "@/engine/inspection/initial-draws";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { RunRequest } from "@/workers/contract";
import { parameters } from "@/workers/parameters";
import { run } from "@/workers/run";
import { buffersOf } from "@/workers/transfer";
import { dataRoot, serveShippedData } from "./support";

const ignore = (): void => undefined;

function requestFor(patch: Partial<Experiment> = {}): RunRequest {
  const experiment = {
    ...defaultExperiment,
    steps: 20,
    step: 9,
    optimizer: "sgd",
    ...patch,
  } as const;
  return { layer: layerConfigOf(experiment), run: runSettingsOf(experiment), dataRoot };
}

beforeEach(() => void serveShippedData());
afterEach(() => void vi.unstubAllGlobals());

it("brings the run, and the first values of the parameter that is asked for", async () => {
  const patch = { beta_initializer: "random_normal", parameter: "beta", seed: 4 } as const;
  const request = requestFor(patch);
  const { draws, ...result } = await parameters(request, ignore);
  const plain = await run(request, ignore);
  expect(result).toEqual({ ...plain, run: result.run });
  expect(result.statistics!.parameters!.gamma!.lossGradient.length).toBe(20 * 13);
  expect(draws).toEqual(
    initialDraws({
      layer: request.layer,
      parameter: "beta",
      shape: [32, 13],
      profile: "keras-2-v2",
      seed: 4,
    }),
  );
});

it("brings first values along once, and again for another parameter", async () => {
  const first = await parameters(requestFor(), ignore);
  const known = first.run;
  const next = await parameters({ ...requestFor({ step: 10 }), known }, ignore);
  expect(next).toMatchObject({ run: known, statistics: null, draws: null, chosen: { step: 10 } });
  const other = await parameters({ ...requestFor({ parameter: "beta" }), known }, ignore);
  expect(other.run).not.toBe(known);
  expect(other.statistics).toEqual(first.statistics);
  expect(other.draws).not.toEqual(first.draws);
});

it("has no first values of a parameter that the layer does not have", async () => {
  const { draws, statistics } = await parameters(requestFor({ scale: false }), ignore);
  expect(draws).toBeNull();
  expect(statistics!.parameters!.gamma).toBeNull();
});

it("keeps what it remembers when a result is moved away", async () => {
  const first = await parameters(requestFor(), ignore);
  const copy = structuredClone(first);
  structuredClone(first, { transfer: buffersOf(first) });
  expect(first.statistics!.parameters!.loss.byteLength).toBe(0);
  expect(await parameters(requestFor(), ignore)).toEqual(copy);
});
