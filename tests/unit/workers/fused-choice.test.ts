import { expect, it } from "vitest";
import { fusedChoice as fusedChoiceOf } from "@/engine/inspection/fused-choice";
import { defaultExperiment, layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { fusedChoice } from "@/workers/fused-choice";
import { dataRoot } from "./support";

const asked = (patch: Partial<Experiment>) => {
  const experiment = { ...defaultExperiment, ...patch };
  return fusedChoice({
    layer: layerConfigOf(experiment),
    run: runSettingsOf(experiment),
    dataRoot,
  });
};

const layer = {
  axis: 1,
  momentum: 0.5,
  epsilon: 0.5,
  renorm: true,
  virtual_batch_size: 2,
  adjustment: null,
  beta_regularizer: "l1",
  gamma_regularizer: "l2",
  fused: true,
  dtype: "float64",
} as const;

const settings = {
  layer,
  shape: [4, 3, 2],
  dataFormat: "channels_first",
  seed: 9,
  profile: "tf-2.3-v1",
  calls: 7,
} as const;

const patch: Partial<Experiment> = {
  ...layer,
  shape: settings.shape,
  data_format: settings.dataFormat,
  seed: 9,
  profile: settings.profile,
  steps: 7,
};

it("shows in the worker what the engine shows", () => {
  expect(asked(patch)).toEqual(fusedChoiceOf(settings));
});

it("leaves out what the figure has no control for", () => {
  const other = { trainable: false, moving_variance_initializer: "zeros", center: false } as const;
  expect(asked({ ...patch, ...other })).toEqual(fusedChoiceOf(settings));
});
