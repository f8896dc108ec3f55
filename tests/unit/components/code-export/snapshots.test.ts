import { describe, expect, test } from "vitest";
import { frameworks } from "@/components/code-export/frameworks";
import type { Framework } from "@/components/code-export/code";
import type { CodeSubject } from "@/components/code-export/subject";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { engineLoop } from "../../../support/engine-loop";
import { fusedCall } from "../../../support/fused-call";
import { twoCalls } from "../../../support/two-calls";
import { engineStep } from "../../../support/engine-step";

const small = {
  data: "gaussian",
  means: [3, -20],
  deviations: [1, 10],
  batch_size: 4,
  steps: 5,
  step: 3,
} as const;

const step = (patch: Partial<Experiment>): CodeSubject =>
  engineStep({ ...defaultExperiment, ...small, ...patch }).subject;

const configurations: Readonly<Record<string, CodeSubject>> = {
  default: step({}),
  parameters: step({
    momentum: 0.9,
    epsilon: 1e-5,
    scale: false,
    beta_initializer: { class_name: "RandomNormal", config: { stddev: 0.2, seed: 3 } },
    moving_mean_initializer: { class_name: "Constant", config: { value: 2 } },
    beta_regularizer: { class_name: "L1L2", config: { l1: 0.01, l2: 0.02 } },
    beta_constraint: { class_name: "MaxNorm", config: { max_value: 3 } },
    optimizer: "sgd",
  }),
  renorm: step({
    renorm: true,
    renorm_momentum: 0.9,
    renorm_clipping: {
      rmax: [
        [1, 1],
        [11, 3],
      ],
      dmax: 5,
    },
  }),
  ghosts: step({ virtual_batch_size: 2, padding: 1, mask: true }),
  frozen: step({ trainable: false, profile: "tf-2.3-v1", dtype: "float16", fused: false }),
  "frozen-on-the-way": step({ frozen_from: 2, profile: "tf-2.3-v1", optimizer: "sgd" }),
  adjusted: step({ adjustment: { scale: 0.1, bias: 0.2 }, dtype: "float64", center: false }),
  fused: fusedCall({ shape: [2, 2, 2, 3], step: 7 }).subject,
  "fused-adjusted": fusedCall({
    shape: [2, 2, 3, 2],
    axis: [1, 3],
    step: 2,
    adjustment: { scale: 0.1, bias: 0.2, per: "example" },
    fused: true,
    profile: "tf-2.3-v1",
  }).subject,
  "fused-refused": fusedCall({ fused: true, virtual_batch_size: 1 }).subject,
  "two-calls": twoCalls({ ...small, first_name: "bn", name: "bn", reuse: true }).subject,
  "two-calls-apart": twoCalls({ ...small, updates_of: "both" }).subject,
  "two-calls-refused": twoCalls({ ...small, scope: "siamese" }).subject,
  loop: engineLoop({ ...defaultExperiment, ...small, run_update_ops: true, momentum: 0.9 }).subject,
  "loop-without-updates": engineLoop({ ...defaultExperiment, ...small }).subject,
};

/** Where the others say nothing that another snapshot does not. */
const only: Readonly<Record<string, readonly string[]>> = {
  "fused-adjusted": ["numpy", "tf-keras", "tensorflow-1", "pytorch"],
  "fused-refused": ["numpy", "tf-keras", "tensorflow-1"],
  "two-calls-apart": ["numpy", "tensorflow-1", "pytorch", "flax"],
  "two-calls-refused": ["numpy", "tensorflow-1", "keras-3"],
};

/** The text as it is saved, and the notes below it as comments. */
function written({ write }: Framework, subject: CodeSubject): string {
  const { text, notes } = write(subject);
  const shown = notes.map((note) => `# - ${[note.about.join(", "), note.text].join(": ")}`);
  return [text, "# Notes", ...shown, ""].join("\n");
}

describe("The texts stand as they were read and found right", () => {
  const cases = Object.entries(configurations).flatMap(([name, subject]) =>
    frameworks
      .filter(({ id }) => only[name]?.includes(id) ?? true)
      .map((framework) => [name, framework.id, written(framework, subject)] as const),
  );

  test.for(cases)("%s, %s", async ([name, id, text]) => {
    await expect(text).toMatchFileSnapshot(`./snapshots/${name}.${id}.py`);
  });
});
