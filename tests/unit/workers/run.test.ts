import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { tableSource } from "@/engine/data/table-source";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { trainingRun } from "@/engine/training/training-run";
import type { RunRequest, RunResult } from "@/workers/contract";
import { readMeasured } from "@/workers/data/measured-tables";
import { pack } from "@/workers/data/packed-table";
import { profiles } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";
import type * as Run from "@/workers/run";
import { defaultTableChoices } from "@/workers/table/choices";
import { readTable } from "@/workers/table/read-table";
import { buffersOf } from "@/workers/transfer";
import { dataRoot, refusalFrom, serveShippedData, shippedText } from "./support";

const ignore = (): void => undefined;

function requestFor(patch: Partial<Experiment> = {}): RunRequest {
  const experiment = { ...defaultExperiment, ...patch };
  return { layer: layerConfigOf(experiment), run: runSettingsOf(experiment), dataRoot };
}

/** What posting a result to the page does to it: its buffers are moved away. */
function detach(result: Answered): void {
  const buffers = buffersOf(result);
  structuredClone(result, { transfer: buffers });
  expect(buffers.length).toBeGreaterThanOrEqual(13);
  expect(result.statistics.batchMean.byteLength).toBe(0);
}

type Answered = Omit<RunResult, "run">;

/** What the page gets that has nothing yet: the result, apart from its name. */
async function complete(sent: ReturnType<typeof Run.run>): Promise<Answered> {
  const { statistics, chosen } = await sent;
  if (statistics === null) throw new Error("The statistics were not sent.");
  return { statistics, chosen };
}

let send: typeof Run.run;
const run = (...given: Parameters<typeof Run.run>): Promise<Answered> => complete(send(...given));
let asked: string[];

beforeEach(async () => {
  vi.resetModules();
  ({ run: send } = await import("@/workers/run"));
  asked = serveShippedData();
});
afterEach(() => void vi.unstubAllGlobals());

describe("a run in every version", () => {
  it.each(Object.keys(profiles) as ProfileId[])(
    "is made by %s with the arguments that it knows",
    async (profile) => {
      const { statistics } = await run(requestFor({ profile, steps: 2, step: 1 }), ignore);
      expect(statistics.steps).toBe(2);
    },
  );

  it("is refused where an argument that the version does not know is set", async () => {
    const adjustment = { scale: 0.1, bias: 0 };
    await expect(
      run(requestFor({ profile: "tf-1.4", adjustment, steps: 2, step: 1 }), ignore),
    ).rejects.toMatchObject({ code: "argument-unknown" });
  });
});

describe("a run in the worker", () => {
  it("equals the engine's run on the shipped table, bit for bit", async () => {
    const patch = { steps: 40, step: 12, batch_size: 16, seed: 5, momentum: 0.9 };
    const table = readMeasured("wine", await shippedText("data/wine.csv"), "drop-rows");
    const expected = trainingRun(requestFor(patch).layer, tableSource(table, 16, 5), 40);
    expect(await run(requestFor(patch), ignore)).toEqual({
      statistics: expected.statistics,
      chosen: expected.inspect(12),
    });
  });

  it("replaces the inputs that are edited", async () => {
    const edits = [{ step: 12, example: 15, channel: 12, value: -1 }];
    const patch = { steps: 40, step: 12, batch_size: 16, edits };
    const table = readMeasured("wine", await shippedText("data/wine.csv"), "drop-rows");
    const expected = trainingRun({}, tableSource(table, 16, 1), 40, { edits });
    const result = await run(requestFor(patch), ignore);
    expect(result.chosen).toEqual(expected.inspect(12));
    expect(result.chosen.inputs.at(-1)).toBe(-1);
    expect(result.statistics).toEqual(expected.statistics);
  });

  it.each(["gaussian", "drift", "heavy-tail", "constant"] as const)(
    "equals the engine's run on %s data and asks for no file",
    async (data) => {
      const patch = { data, steps: 20, step: 3, drift_per_step: 0.5, degrees_of_freedom: 5 };
      const { means, deviations, batch_size, seed } = defaultExperiment;
      const source = syntheticSource(
        { kind: data, means, deviations, driftPerStep: 0.5, degreesOfFreedom: 5 },
        batch_size,
        seed,
      );
      const expected = trainingRun(requestFor().layer, source, 20);
      const result = await run(requestFor(patch), ignore);
      expect(result.statistics).toEqual(expected.statistics);
      expect(result.chosen).toEqual(expected.inspect(3));
      expect(asked).toEqual([]);
    },
  );

  it("draws from the reader's own table, by its key alone", async () => {
    const text = "a,b\n1,10\n2,20\n3,30\n4,40\n";
    const own = pack({ text, choices: defaultTableChoices })!;
    const patch = { data: "own", own, batch_size: 3, seed: 9, steps: 6, step: 4 } as const;
    const { table } = readTable(text, defaultTableChoices);
    const expected = trainingRun(requestFor().layer, tableSource(table, 3, 9), 6);
    const result = await run(requestFor(patch), ignore);
    expect(result).toEqual({ statistics: expected.statistics, chosen: expected.inspect(4) });
    expect(asked).toEqual([]);
  });

  it("tells of every step while it trains", async () => {
    const onStep = vi.fn();
    await run(requestFor({ steps: 25, step: 1 }), onStep);
    const told = Array.from({ length: 25 }, (_, i) => [i + 1, 25]);
    expect(onStep.mock.calls).toEqual(told);
  });

  it("gives equal numbers for equal requests, though the first result was moved to the page", async () => {
    const first = await run(requestFor(), ignore);
    const expected = structuredClone(first);
    detach(first);
    const second = await run(requestFor(), ignore);
    expect(second).toEqual(expected);
    detach(second);
    expect(await run(requestFor(), ignore)).toEqual(expected);
  });

  it("is not trained again for another step: less than √n steps are replayed", async () => {
    const onStep = vi.fn();
    const first = await run(requestFor({ step: 10 }), onStep);
    onStep.mockClear();
    const { statistics, chosen } = await run(requestFor({ step: 150 }), onStep);
    expect(onStep.mock.calls.length).toBeLessThan(Math.sqrt(defaultExperiment.steps));
    expect(statistics).toEqual(first.statistics);
    expect(chosen.step).toBe(150);
    vi.resetModules();
    const { run: another } = await import("@/workers/run");
    const again = await complete(another(requestFor({ step: 150 }), ignore));
    expect(again).toEqual({ statistics, chosen });
  });

  it.each<[string, Partial<Experiment>]>([
    ["another momentum", { momentum: 0.5 }],
    ["another seed", { seed: 2 }],
    ["another length", { steps: 100 }],
    ["another batch size", { batch_size: 31 }],
    ["another number format", { dtype: "float64" }],
    ["other data", { data: "gaussian" }],
    ["an edited input", { edits: [{ step: 3, example: 0, channel: 0, value: 99 }] }],
  ])("is trained anew for %s", async (_, patch) => {
    const onStep = vi.fn();
    const first = await run(requestFor({ step: 1 }), onStep);
    onStep.mockClear();
    const second = await run(requestFor({ ...patch, step: 1 }), onStep);
    expect(onStep).toHaveBeenCalledTimes(patch.steps ?? defaultExperiment.steps);
    expect(second.statistics).not.toEqual(first.statistics);
  });

  it("draws the same batches for another layer, without asking for the file again", async () => {
    const first = await run(requestFor(), ignore);
    const second = await run(requestFor({ momentum: 0.5 }), ignore);
    expect(second.statistics.batchMean).toEqual(first.statistics.batchMean);
    expect(second.chosen.inputs).toEqual(first.chosen.inputs);
    expect(second.statistics.movingMean).not.toEqual(first.statistics.movingMean);
    expect(asked).toEqual([`${dataRoot}data/wine.csv`]);
  });

  it("looks at its last step when a later one is asked for", async () => {
    const last = await run(requestFor({ steps: 20, step: 20 }), ignore);
    const beyond = await run(requestFor({ steps: 20, step: 50 }), ignore);
    expect(beyond).toEqual(last);
    expect(beyond.chosen.step).toBe(20);
  });

  it("carries the labels of a table", async () => {
    const { chosen } = await run(requestFor({ data: "penguins", batch_size: 8 }), ignore);
    expect(chosen.labels).toHaveLength(8);
    expect(["Adelie", "Gentoo", "Chinstrap"]).toEqual(expect.arrayContaining([...chosen.labels!]));
  });

  it("fills in a table's missing cells when asked to", async () => {
    const dropped = await run(requestFor({ data: "penguins" }), ignore);
    const filled = await run(requestFor({ data: "penguins", missing: "column-mean" }), ignore);
    expect(filled.statistics.populationVariance).not.toEqual(dropped.statistics.populationVariance);
  });
});

describe("a run that the page knows", () => {
  it("leaves its statistics out for another step and another channel", async () => {
    const first = await send(requestFor({ step: 3 }), ignore);
    const request = requestFor({ step: 4, channel: 7 });
    const second = await send({ ...request, known: first.run }, ignore);
    expect(second.run).toBe(first.run);
    expect(second.statistics).toBeNull();
    expect(second.chosen).toEqual((await send(request, ignore)).chosen);
  });

  it("brings them along when it is another one", async () => {
    const first = await send(requestFor(), ignore);
    const second = await send({ ...requestFor({ momentum: 0.5 }), known: first.run }, ignore);
    expect(second.run).not.toBe(first.run);
    expect(second.statistics).not.toBeNull();
  });
});

describe("a run too long to keep all channels", () => {
  const long = { data: "gaussian", channels: 40, batch_size: 1, steps: 10_000, step: 1 } as const;

  it("keeps those around the asked channel, and is another run for a channel beyond them", async () => {
    const first = await send(requestFor({ ...long, channel: 3 }), ignore);
    expect(first.statistics).toMatchObject({ kept: { first: 0 } });
    expect(first.statistics?.channels).toHaveLength(32);
    const same = await send({ ...requestFor({ ...long, channel: 31 }), known: first.run }, ignore);
    expect(same.statistics).toBeNull();
    const other = await send({ ...requestFor({ ...long, channel: 32 }), known: first.run }, ignore);
    expect(other.statistics).toMatchObject({ kept: { first: 32 }, steps: 10_000 });
    expect(other.statistics?.channels).toEqual(
      Array.from({ length: 8 }, (_, i) => `channel ${32 + i}`),
    );
    expect(other.chosen.inputs).toHaveLength(8);
  });
});

describe("a run without data", () => {
  it("is refused while the reader has given no table", async () => {
    expect(await refusalFrom(run(requestFor({ data: "own" }), ignore))).toEqual({
      code: "own-none",
      kind: "ValueError",
      message: "No table of your own has been given yet.",
      details: {},
    });
  });

  it("is refused offline, and succeeds once the network is back", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect((await refusalFrom(run(requestFor(), ignore))).message).toBe(
      "The data set could not be loaded: the network did not answer.",
    );
    serveShippedData();
    const { statistics } = await run(requestFor(), ignore);
    expect(statistics.channels).toHaveLength(13);
  });
});
