import { describe, expect, test } from "vitest";
import { numpy } from "@/components/code-export/numpy";
import { subjectOf } from "@/components/code-export/subject";
import { codeOf } from "@/components/widgets/axis/code";
import { BatchNormalization } from "@/engine";
import { grouping as groupingOf } from "@/engine/inspection/grouping";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { tensor } from "@/engine/tensor/tensor";
import type { Grouping } from "@/engine/types/grouping";
import { missingPython, runPrograms } from "./support/python";
import type { Outcome } from "./support/python";

const samples: Readonly<Record<string, Partial<Experiment>>> = {
  "images, fused": {},
  "images, channels first, fused": { shape: [2, 3, 4, 4], axis: 1, data_format: "channels_first" },
  "images, fused refused": { fused: false },
  "images, the kernel of 1.14 and a small epsilon": { profile: "tf-1.14-v1", epsilon: 1e-7 },
  "images, the kernel of 2.3 and a small epsilon": { profile: "tf-2.3-v2", epsilon: 1e-7 },
  "a small epsilon that stays": { epsilon: 1e-7 },
  "one example of one pixel": { shape: [1, 1, 1, 3] },
  "the width by mistake": { axis: 2 },
  "two axes": { axis: [1, 3] },
  "two axes in the other order": { axis: [3, 1] },
  "all axes": { shape: [2, 3], axis: [0, 1] },
  "each example by itself": { shape: [8, 4], axis: 0 },
  "a matrix": { shape: [8, 4] },
  sequences: { shape: [4, 5, 3], axis: 1 },
  volumes: { shape: [2, 3, 3, 3, 2] },
  "volumes, channels first": { shape: [2, 2, 3, 3, 3], axis: 1, data_format: "channels_first" },
  "ghost batches of images": { shape: [6, 2, 2, 3], virtual_batch_size: 2 },
  "ghost batches, channels first": { shape: [6, 3, 2, 2], axis: 1, virtual_batch_size: 3 },
  "ghost batches, two axes": { shape: [4, 3, 2], axis: [1, 2], virtual_batch_size: 2 },
  "layer normalization": { shape: [8, 4], layer_normalization: true },
  "layer normalization of images": { layer_normalization: true, virtual_batch_size: 2 },
};

const callOf = (patch: Partial<Experiment>): readonly [Experiment, Grouping] => {
  const experiment = { ...defaultExperiment, ...patch };
  const { axis, epsilon, fused, virtual_batch_size, shape, data_format, seed } = experiment;
  const grouping = groupingOf({
    layer: { axis, epsilon, fused, virtual_batch_size },
    shape,
    dataFormat: data_format,
    seed,
    profile: experiment.profile,
    isLayerNormalization: experiment.layer_normalization,
  });
  return [experiment, grouping];
};

const subject = (patch: Partial<Experiment>) => {
  const [experiment, grouping] = callOf(patch);
  return subjectOf(codeOf(experiment, grouping));
};

/** What a fresh layer returns and keeps. */
function engineNumbers(patch: Partial<Experiment>): Readonly<Record<string, readonly number[]>> {
  const [experiment, { values, shared }] = callOf(patch);
  const { axis, epsilon, fused, virtual_batch_size, shape, profile } = experiment;
  if (experiment.layer_normalization) return { training_output: [...shared!.outputs] };
  const layer = new BatchNormalization({ axis, epsilon, fused, virtual_batch_size }, { profile });
  const inputs = tensor(values, { shape });
  const { outputs, moving } = layer.trace(inputs, { training: true });
  return {
    training_output: [...outputs.data],
    moving_mean: [...moving.after.mean.data],
    moving_variance: [...moving.after.variance.data],
    inference_output: [...layer.call(inputs, { training: false }).data],
  };
}

describe("The NumPy text of a tensor gives the numbers of the engine", () => {
  const missing = missingPython();
  const names = Object.keys(samples);
  const texts = names.map((name) => numpy.write(subject(samples[name]!)).text);
  const outcomes: readonly Outcome[] =
    missing === null ? runPrograms(texts.map((text) => ({ text }))) : [];

  test.for(names.map((name, i) => [name, i] as const))("%s", ([name, i], { skip }) => {
    skip(missing !== null, missing ?? "");
    const { variables } = outcomes[i]!;
    for (const [variable, wanted] of Object.entries(engineNumbers(samples[name]!))) {
      const found = variables[variable];
      expect(found, variable).toHaveLength(wanted.length);
      wanted.forEach((number, at) => {
        expect(Math.abs(found![at]! - number)).toBeLessThanOrEqual(
          4e-6 * Math.max(1, Math.abs(number)),
        );
      });
    }
  });

  test("the fused operation stores the unbiased variance, and says so", () => {
    const { text, notes } = numpy.write(subject({}));
    expect(text).toContain("bessel = dtype(32 / 31)");
    expect(notes.find(({ about }) => about.includes("fused"))?.text).toContain("unbiased");
    expect(numpy.write(subject({ fused: false })).text).not.toContain("bessel");
  });

  test("layer normalization has nothing that moves", () => {
    const { text } = numpy.write(subject({ layer_normalization: true }));
    expect(text).not.toMatch(/moving|inference/);
    expect(text).toContain("Layer normalization in plain NumPy");
  });

  test("a call that the layer refuses has no numbers but the message", ({ skip }) => {
    const { text, notes } = numpy.write(
      subject({ shape: [8, 4], axis: [0], virtual_batch_size: 4 }),
    );
    expect(text).toContain("raise SystemExit(");
    expect(notes[0]!.text).toContain("ValueError: axis cannot include 0");
    skip(missing !== null, missing ?? "");
    const [outcome] = runPrograms([{ text }]);
    expect(outcome!.exit).toContain("ValueError: axis cannot include 0");
  });
});
