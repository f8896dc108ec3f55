import { describe, expect, test } from "vitest";
import { numpy } from "@/components/code-export/numpy";
import { fused as widget } from "@/components/widgets/fused/widget";
import { BatchNormalization } from "@/engine";
import { fusedArguments } from "@/engine/inspection/fused-choice";
import { sampleTensor } from "@/engine/inspection/sample-tensor";
import { layerConfigOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { tensor } from "@/engine/tensor/tensor";
import { expectClose, relative } from "./support/close";
import { fusedCall, linked } from "../../../support/fused-call";
import type { FusedCall } from "../../../support/fused-call";
import { missingPython, runPrograms } from "./support/python";
import type { Outcome } from "./support/python";

const bySpecimen = widget.specimens.map(
  ({ name, query }) => [`specimen ${name}`, linked(query)] as const,
);

const few = { steps: 9, step: 7, momentum: 0.8 };
const adjusted = { scale: 0.3, bias: 0.5 };

/** What the specimens leave out. */
const byHand: Readonly<Record<string, Partial<Experiment>>> = {
  "the first call": { step: 1 },
  "the last call": { step: 50 },
  "momentum 0": { ...few, momentum: 0 },
  "another tensor": { ...few, seed: 11 },
  "channels first": { ...few, shape: [2, 3, 4, 4], axis: 1, data_format: "channels_first" },
  "the width, unfused": { ...few, axis: 2 },
  "two axes": { ...few, shape: [4, 2, 3, 2], axis: [1, 3] },
  "two axes in the other order": { ...few, shape: [4, 2, 3, 2], axis: [3, 1] },
  "all axes of a matrix": { ...few, shape: [2, 3], axis: [0, 1] },
  "each example by itself": { ...few, shape: [8, 4], axis: 0 },
  "one channel of a matrix": { ...few, shape: [9, 1] },
  sequences: { ...few, shape: [4, 5, 3], axis: 1 },
  "volumes of the latest version": { ...few, shape: [2, 3, 3, 3, 2] },
  "volumes, channels first": {
    ...few,
    shape: [2, 2, 3, 3, 3],
    axis: 1,
    data_format: "channels_first",
  },
  "volumes, two axes": { ...few, shape: [2, 2, 3, 2, 3], axis: [2, 4] },
  "more elements than the text holds": { ...few, shape: [4, 12, 12, 4] },
  "a matrix of more elements than the text holds": { ...few, shape: [100, 25] },
  "the operation of 1.4": { ...few, profile: "tf-1.4" },
  "the operation of 1.14": { ...few, profile: "tf-1.14-v1" },
  "the operation of 2.1": { ...few, profile: "tf-2.1-v1" },
  "the raised epsilon of 1.4": { ...few, profile: "tf-1.4", epsilon: 1e-8 },
  "a small epsilon that stays": { ...few, epsilon: 1e-8 },
  "a small epsilon, unfused": { ...few, profile: "tf-2.3-v2", epsilon: 1e-8, fused: false },
  "two elements, the operation of 2.3": { ...few, shape: [2, 1, 1, 3], profile: "tf-2.3-v2" },
  "float16, fused": { ...few, dtype: "float16" },
  "float16, unfused": { ...few, dtype: "float16", fused: false },
  "float16, unfused in 2.1": { ...few, dtype: "float16", fused: false, profile: "tf-2.1-v1" },
  "float64 of a volume": { ...few, dtype: "float64", shape: [2, 3, 2, 2, 3] },
  renorm: { ...few, renorm: true },
  "renorm at the first call": { ...few, renorm: true, step: 1 },
  "renorm of two axes": { ...few, renorm: true, shape: [4, 2, 3, 2], axis: [1, 3] },
  "renorm, channels first": { ...few, renorm: true, shape: [2, 3, 4, 4], axis: 1 },
  "renorm of ghost batches": { ...few, renorm: true, shape: [6, 2, 2, 3], virtual_batch_size: 2 },
  "renorm in float64": { ...few, renorm: true, dtype: "float64" },
  "renorm in float16": { ...few, renorm: true, dtype: "float16" },
  "weighted renorm": { ...few, renorm: true, profile: "tf-1.14-v1" },
  "weighted renorm at the first call": { ...few, renorm: true, profile: "tf-1.14-v1", step: 1 },
  "weighted renorm of two axes": {
    ...few,
    renorm: true,
    profile: "tf-1.14-v2",
    shape: [4, 2, 3, 2],
    axis: [1, 3],
  },
  "ghost batches": { ...few, shape: [6, 2, 2, 3], virtual_batch_size: 2 },
  "ghost batches, channels first": { ...few, shape: [6, 3, 2, 2], axis: 1, virtual_batch_size: 3 },
  "ghost batches of two axes": { ...few, shape: [4, 3, 2], axis: [1, 2], virtual_batch_size: 2 },
  "ghost batches of a volume": { ...few, shape: [4, 2, 2, 2, 2], virtual_batch_size: 2 },
  "an adjustment": { ...few, adjustment: adjusted },
  "an adjustment at the first call": { ...few, adjustment: adjusted, step: 1 },
  "an adjustment per example": { ...few, adjustment: { ...adjusted, per: "example" } },
  "an adjustment, channels first": {
    ...few,
    shape: [2, 3, 4, 4],
    axis: 1,
    adjustment: adjusted,
  },
  "an adjustment of two axes in float64": {
    ...few,
    shape: [4, 2, 3, 2],
    axis: [1, 3],
    adjustment: { ...adjusted, per: "example" },
    dtype: "float64",
  },
  "an adjustment with renorm": { ...few, adjustment: adjusted, renorm: true },
  "an adjustment in float16": { ...few, adjustment: adjusted, dtype: "float16" },
};

const samples = [...bySpecimen, ...Object.entries(byHand)].map(([name, patch]) => ({
  name,
  ...fusedCall(patch),
}));

/** What a layer made apart from the figure returns and keeps at the chosen call. */
function engineNumbers({
  experiment,
  choice,
  step,
}: FusedCall): Readonly<Record<string, readonly number[]>> {
  const { profile, seed, shape, dtype } = experiment;
  const config = layerConfigOf(experiment);
  const args = Object.fromEntries(
    fusedArguments.filter((name) => name in config).map((name) => [name, config[name]]),
  );
  const layer = new BatchNormalization(args, { profile, seed });
  const inputs = tensor(sampleTensor(shape, choice.channelAxis, seed), { shape, dtype });
  let trace = layer.trace(inputs, { training: true });
  for (let call = 2; call <= step; call++) trace = layer.trace(inputs, { training: true });
  const after = Object.entries(trace.weights.after).map(([name, { data }]) => [name, [...data]]);
  return {
    ...(Object.fromEntries(after) as Record<string, number[]>),
    mean: [...trace.batch!.mean.data],
    variance: [...trace.batch!.variance.data],
    training_output: [...trace.outputs.data],
    inference_output: [...layer.call(inputs, { training: false }).data],
  };
}

const missing = missingPython();
const called = samples.filter(({ subject }) => subject.refusal === null);
const outcomes = new Map<string, Outcome>();
if (missing === null) {
  const programs = called.map(({ subject }) => {
    const { text, data } = numpy.write(subject);
    return { text, ...(data && { files: { [data.name]: data.content } }) };
  });
  runPrograms(programs).forEach((outcome, i) => outcomes.set(called[i]!.name, outcome));
}

describe("The NumPy text of Fused or not gives the numbers of the chosen call", () => {
  test.for(called)("$name", (sample, { skip }) => {
    skip(missing !== null, missing ?? "");
    const { variables, exit } = outcomes.get(sample.name)!;
    expect(exit).toBeNull();
    const tolerance = relative[sample.experiment.dtype];
    for (const [variable, wanted] of Object.entries(engineNumbers(sample))) {
      expectClose(variables[variable], wanted, tolerance, variable);
    }
  });

  test.for(called)(
    "$name: the moving variance is that of the figure's table",
    (sample, { skip }) => {
      skip(missing !== null, missing ?? "");
      const { choice, experiment, step } = sample;
      const { own, biased } = choice.variances!;
      const width = biased.length;
      const row = own!.subarray(step * width, (step + 1) * width);
      const found = outcomes.get(sample.name)!.variables["moving_variance"];
      // The weights of a 16-bit layer have 32.
      const digits = experiment.dtype === "float64" ? relative.float64 : 4e-7;
      const tolerance = digits * Math.max(1, ...row);
      expectClose(found, [...row], tolerance, "moving_variance");
    },
  );

  test("the specimens and the others are called, but for those that are to be refused", () => {
    expect(
      samples.filter(({ subject }) => subject.refusal !== null).map(({ name }) => name),
    ).toEqual(["specimen refused", "specimen refused-by-build"]);
  });
});
