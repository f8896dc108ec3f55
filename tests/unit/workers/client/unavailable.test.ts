import { describe, expect, it } from "vitest";
import { EngineClient } from "@/workers/client/engine-client";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";

const request = {
  layer: layerConfigOf(defaultExperiment),
  run: runSettingsOf(defaultExperiment),
  dataRoot: "https://lab.example/",
};

describe("a browser that forbids workers", () => {
  it("gets an answer that says so, for every call", async () => {
    const client = new EngineClient({
      spawn: () => {
        throw new DOMException("access is denied", "SecurityError");
      },
      stallAfterMs: 1000,
      yieldAfterMs: 100,
      onInterruption: () => undefined,
    });
    for (let call = 0; call < 2; call++) {
      expect(await client.call("run", request, new AbortController().signal)).toEqual({
        ok: false,
        failure: {
          code: "worker-unavailable",
          message: "The calculation could not be started in a worker: access is denied",
          details: {},
        },
      });
    }
  });
});
