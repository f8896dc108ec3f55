import { expect, it } from "vitest";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { whole } from "@/workers/client/whole-run";
import type { FreezingResult, Reply, RunRequest, Sent } from "@/workers/contract";
import { freezing } from "@/workers/freezing";
import { dataRoot } from "../support";

function requestFor(patch: Partial<Experiment>): RunRequest {
  const experiment = { ...defaultExperiment, data: "gaussian", steps: 8, ...patch } as const;
  return { layer: layerConfigOf(experiment), run: runSettingsOf(experiment), dataRoot };
}

const sent = async (
  patch: Partial<Experiment>,
  known?: string,
): Promise<Reply<Sent<"freezing">>> => {
  const request = { ...requestFor(patch), ...(known !== undefined && { known }) };
  return { ok: true, value: await freezing(request, () => undefined) };
};

const received = (
  reply: Reply<Sent<"freezing">>,
  previous: FreezingResult | null,
): FreezingResult => {
  const result = whole("freezing", reply, previous);
  if (!result.ok) throw new TypeError(result.failure.message);
  return result.value;
};

it("keeps what belongs to the run, as the same objects, and takes the step that was sent", async () => {
  const first = received(await sent({ step: 2 }), null);
  const second = received(await sent({ step: 5 }, first.run), first);
  expect(second.statistics).toBe(first.statistics);
  expect(second.freezing).toBe(first.freezing);
  expect(second.versions).toBe(first.versions);
  expect(second.chosen.step).toBe(5);
  expect(second).toEqual(received(await sent({ step: 5 }), null));
});

it("takes everything of another run", async () => {
  const first = received(await sent({}), null);
  const second = received(await sent({ momentum: 0.5 }, first.run), first);
  expect(second).toEqual(received(await sent({ momentum: 0.5 }), null));
  expect(second.statistics).not.toEqual(first.statistics);
});

it("hands on what was refused", async () => {
  const first = received(await sent({}), null);
  const refused = {
    ok: false,
    failure: { code: "own-none", message: "None.", details: {} },
  } as const;
  expect(whole("freezing", refused, first)).toBe(refused);
});
