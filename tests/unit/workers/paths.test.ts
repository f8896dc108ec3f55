import { expect, it } from "vitest";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { fusedVariance } from "@/engine/training/fused-variance";
import { paths } from "@/workers/paths";
import { run } from "@/workers/run";
import { dataRoot } from "./support";

const asked = (patch: Partial<Experiment>) => {
  const experiment = { ...defaultExperiment, data: "gaussian", steps: 5, ...patch } as const;
  return { layer: layerConfigOf(experiment), run: runSettingsOf(experiment), dataRoot };
};

it("is the run, with the moving variance that the fused implementation would have", async () => {
  const request = asked({ batch_size: 4 });
  const { fusedVariance: found, ...rest } = await paths(request, () => undefined);
  expect(rest).toEqual(await run(request, () => undefined));
  expect(found).toEqual(
    fusedVariance(rest.statistics!, request.layer, {
      profile: "keras-2-v2",
      seed: 1,
      batchSize: 4,
    }),
  );
});

it("has none where a mask decides, which the fused implementation ignores", async () => {
  const masked = await paths(asked({ padding: 4, mask: true }), () => undefined);
  expect(masked.fusedVariance).toBeNull();
  const padded = await paths(asked({ padding: 4 }), () => undefined);
  expect(padded.fusedVariance).not.toBeNull();
});

it("brings it along once, whatever step is looked at", async () => {
  const first = await paths(asked({ batch_size: 4 }), () => undefined);
  const next = { ...asked({ batch_size: 4, step: 3 }), known: first.run };
  expect(await paths(next, () => undefined)).toMatchObject({
    run: first.run,
    statistics: null,
    fusedVariance: null,
    chosen: { step: 3 },
  });
});
