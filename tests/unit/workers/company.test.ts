import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tableSource } from "@/engine/data/table-source";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { companiesOf } from "@/engine/training/company";
import { trainingRun } from "@/engine/training/training-run";
import { company } from "@/workers/company";
import type { RunRequest } from "@/workers/contract";
import { readMeasured } from "@/workers/data/measured-tables";
import { run } from "@/workers/run";
import { buffersOf } from "@/workers/transfer";
import { dataRoot, serveShippedData, shippedText } from "./support";

const ignore = (): void => undefined;

function requestFor(patch: Partial<Experiment> = {}): RunRequest {
  const experiment = { ...defaultExperiment, steps: 20, step: 9, ...patch };
  return { layer: layerConfigOf(experiment), run: runSettingsOf(experiment), dataRoot };
}

beforeEach(() => void serveShippedData());
afterEach(() => void vi.unstubAllGlobals());

const wine = async () => readMeasured("wine", await shippedText("data/wine.csv"), "drop-rows");

it("brings the run and the companies that the engine makes, bit for bit", async () => {
  const patch = { example: 3, outlier: -5, padding: 4, seed: 5 };
  const request = requestFor(patch);
  const training = trainingRun(request.layer, tableSource(await wine(), 32, 5), 20, { padding: 4 });
  const { company: companies, ...result } = await company(request, ignore);
  expect(result).toEqual(await run(request, ignore));
  expect(companies).toEqual(
    companiesOf(training, { step: 9, example: 3, outlier: -5, padding: 4 }),
  );
});

it("takes the last example for one beyond the batch, and the last step for one beyond the run", async () => {
  const last = await company(requestFor({ example: 31, step: 20 }), ignore);
  expect(await company(requestFor({ example: 4000, step: 900 }), ignore)).toEqual(last);
  const padded = await company(requestFor({ example: 31, padding: 8 }), ignore);
  expect([padded.company.example, padded.company.examples]).toEqual([23, 24]);
});

it("leaves adjustments out, which every call would draw anew", async () => {
  const adjusted = await company(requestFor({ adjustment: { scale: 0.5, bias: 1 } }), ignore);
  expect(adjusted).toEqual(await company(requestFor(), ignore));
});

it("keeps what it remembers when a result is moved away", async () => {
  const first = await company(requestFor(), ignore);
  const copy = structuredClone(first);
  const buffers = buffersOf(first);
  structuredClone(first, { transfer: buffers });
  expect(first.company.companies[0]!.inputs.byteLength).toBe(0);
  expect(await company(requestFor(), ignore)).toEqual(copy);
});
