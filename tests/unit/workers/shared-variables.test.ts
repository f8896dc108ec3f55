import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tableSource } from "@/engine/data/table-source";
import { sharedVariables as sharedVariablesOf } from "@/engine/graph/shared-variables";
import {
  defaultExperiment,
  layerConfigOf,
  namingOf,
  runSettingsOf,
} from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { NamedRequest } from "@/workers/contract";
import { readMeasured } from "@/workers/data/measured-tables";
import type * as Shared from "@/workers/shared-variables";
import { buffersOf } from "@/workers/transfer";
import { dataRoot, serveShippedData, shippedText } from "./support";

const ignore = (): void => undefined;

function requestFor(patch: Partial<Experiment> = {}): NamedRequest {
  const experiment = { ...defaultExperiment, steps: 5, ...patch };
  return {
    layer: layerConfigOf(experiment),
    run: runSettingsOf(experiment),
    naming: namingOf(experiment),
    dataRoot,
  };
}

let sharedVariables: typeof Shared.sharedVariables;

beforeEach(async () => {
  vi.resetModules();
  ({ sharedVariables } = await import("@/workers/shared-variables"));
  serveShippedData();
});
afterEach(() => void vi.unstubAllGlobals());

const scoped = { first_name: "bn", name: "bn", scope: "siamese", scope_reuse: "auto" } as const;

describe("two calls in the worker", () => {
  it("equal the engine's on the shipped table, bit for bit", async () => {
    const table = readMeasured("wine", await shippedText("data/wine.csv"), "drop-rows");
    const patch = { batch_size: 16, seed: 5, learning_rate: 0.2, momentum: 0.9 } as const;
    const expected = sharedVariablesOf(tableSource(table, 16, 5), {
      first: { name: "bn", reuse: null, scope: "siamese", scopeReuse: null },
      second: { name: "bn", reuse: null, scope: "siamese", scopeReuse: "auto" },
      momentum: 0.9,
      steps: 5,
      learningRate: 0.2,
      runsUpdatesOfBoth: true,
    });
    expect(expected.training).not.toBeNull();
    const asked = requestFor({ ...patch, ...scoped, updates_of: "both" });
    expect(await sharedVariables(asked, ignore)).toEqual(expected);
  });

  it("hold a refusal as a part of the result", async () => {
    const { refusal, training } = await sharedVariables(
      requestFor({ first_name: "bn", name: "bm", reuse: true }),
      ignore,
    );
    expect(refusal?.code).toBe("variable-missing");
    expect(training).toBeNull();
  });

  it("are made anew for another name or reuse, and not for another step", async () => {
    const onStep = vi.fn();
    const first = await sharedVariables(requestFor(), onStep);
    expect(onStep).toHaveBeenCalledTimes(5);
    const same = { step: 3, channel: 2, renorm: true, scope_reuse: null } as const;
    expect(await sharedVariables(requestFor(same), onStep)).toEqual(first);
    expect(onStep).toHaveBeenCalledTimes(5);
    const shared = await sharedVariables(requestFor({ reuse: true }), onStep);
    expect(shared.graph.variables).toHaveLength(4);
    expect(onStep).toHaveBeenCalledTimes(10);
  });

  it("give equal numbers again, though the first result was moved to the page", async () => {
    const first = await sharedVariables(requestFor(), ignore);
    const expected = structuredClone(first);
    structuredClone(first, { transfer: buffersOf(first) });
    expect(first.training?.loss.byteLength).toBe(0);
    expect(await sharedVariables(requestFor(), ignore)).toEqual(expected);
  });
});

describe("the requests of other figures", () => {
  it("do not depend on names", () => {
    const named = { ...defaultExperiment, name: "bn", reuse: true };
    expect(layerConfigOf(named)).toEqual(layerConfigOf(defaultExperiment));
    expect(runSettingsOf(named)).toEqual(runSettingsOf(defaultExperiment));
    expect(namingOf(named)).toEqual({ name: "bn", reuse: true });
  });
});
