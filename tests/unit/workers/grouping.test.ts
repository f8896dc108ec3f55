import { expect, it } from "vitest";
import { grouping as groupingOf } from "@/engine/inspection/grouping";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { grouping } from "@/workers/grouping";
import { dataRoot } from "./support";

const asked = (patch: Partial<Experiment>) => {
  const experiment = { ...defaultExperiment, ...patch };
  return grouping({ layer: layerConfigOf(experiment), run: runSettingsOf(experiment), dataRoot });
};

const settings = {
  layer: { axis: 1, epsilon: 0.5, fused: false, virtual_batch_size: 2 },
  shape: [4, 3, 2],
  dataFormat: "channels_first",
  seed: 9,
  profile: "tf-2.3-v2",
} as const;

const patch = {
  ...settings.layer,
  shape: settings.shape,
  data_format: settings.dataFormat,
  seed: 9,
  profile: settings.profile,
};

it("shows in the worker what the engine shows", () => {
  expect(asked(patch)).toEqual(groupingOf(settings));
  expect(asked({ ...patch, layer_normalization: true })).toEqual(
    groupingOf({ ...settings, isLayerNormalization: true }),
  );
});

it("leaves out what the figure has no control for", () => {
  const other = { renorm: true, gamma_initializer: "zeros", data: "own", batch_size: 1 } as const;
  expect(asked({ ...patch, ...other })).toEqual(groupingOf(settings));
});
