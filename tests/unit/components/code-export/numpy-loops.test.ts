import { describe, expect, test } from "vitest";
import { numpy } from "@/components/code-export/numpy";
import { subjectOf } from "@/components/code-export/subject";
import { decode } from "@/components/state/url-codec";
import { updateOps } from "@/components/widgets/update-ops/widget";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { missingPython, runPrograms } from "./support/python";
import type { Outcome } from "./support/python";
import { engineLoop } from "../../../support/engine-loop";

const start = startOf(updateOps);

const specimens = updateOps.specimens.map(({ name, query }) => {
  const texts = Object.fromEntries(new URLSearchParams(query));
  return [name, decode(texts, start).experiment] as const;
});

const constantOf = (value: number) => ({ class_name: "Constant", config: { value } });

/** What the specimens leave out. */
const byHand: Readonly<Record<string, Partial<Experiment>>> = {
  "the first step": { step: 1, run_update_ops: true },
  "the last step": { step: 200, run_update_ops: true, momentum: 0.9, learning_rate: 0.5 },
  "momentum 0": { momentum: 0, run_update_ops: true },
  "other initial values, moving": {
    run_update_ops: true,
    momentum: 0.5,
    step: 3,
    moving_mean_initializer: constantOf(10),
    moving_variance_initializer: "random_uniform",
  },
  "other initial values, not moving": {
    moving_mean_initializer: "random_normal",
    moving_variance_initializer: constantOf(2),
  },
  "an epsilon of 1": { epsilon: 1, run_update_ops: true },
  "a batch of one": { batch_size: 1, run_update_ops: true },
  "constant data": { data: "constant", run_update_ops: true },
  "more inputs than the text holds": { data: "digits", batch_size: 64, steps: 5, step: 5 },
  "a run that keeps some channels": {
    data: "gaussian",
    channels: 90,
    batch_size: 2,
    steps: 4_000,
    step: 3_999,
    channel: 85,
    run_update_ops: true,
  },
};

const samples: readonly (readonly [string, Experiment])[] = [
  ...specimens,
  ...Object.entries(byHand).map(([name, patch]) => [name, { ...start, ...patch }] as const),
];

describe("The NumPy text of a loop, run by Python, gives the numbers of the graph", () => {
  const missing = missingPython();
  const steps = samples.map(([name, experiment]) => ({ name, ...engineLoop(experiment) }));
  const outcomes: readonly Outcome[] =
    missing === null
      ? runPrograms(
          steps.map(({ subject }) => {
            const { text, data } = numpy.write(subject);
            return { text, ...(data && { files: { [data.name]: data.content } }) };
          }),
        )
      : [];

  test.for(steps.map((step, i) => ({ ...step, i })))("$name", ({ numbers, i }, { skip }) => {
    skip(missing !== null, missing ?? "");
    const { variables, exit } = outcomes[i]!;
    expect(exit).toBeNull();
    for (const [variable, wanted] of Object.entries(numbers)) {
      expect(variables[variable], variable).toBeAllClose(wanted, {
        relative: 2e-6,
        absolute: 2e-6,
      });
    }
  });
});

describe("The NumPy text of a loop", () => {
  const written = (patch: Partial<Experiment>) =>
    numpy.write(engineLoop({ ...start, steps: 5, step: 3, ...patch }).subject);
  const notesOn = (patch: Partial<Experiment>): string =>
    written(patch)
      .notes.map(({ text }) => text)
      .join("\n");

  test.each([{}, { run_update_ops: true, collect_before_layer: true }])(
    "says that the moving statistics stay, with %o",
    (patch) => {
      expect(written(patch).text).toContain(
        "# The train step runs no update operation: the moving statistics stay as it found them.",
      );
      expect(written(patch).text).not.toMatch(/moving_mean = moved|momentum/);
      expect(notesOn(patch)).toContain("stay as the step found them, which is as they started");
    },
  );

  test("moves them where the step does", () => {
    const { text } = written({ run_update_ops: true });
    expect(text).toContain("moving_mean = moved(moving_mean, mean, share)");
    expect(text).not.toContain("no update operation");
    expect(text).toMatch(
      /^"""Batch Normalization in plain NumPy: step 3 of a training loop on wine\./,
    );
  });

  test("tells what it leaves out", () => {
    expect(notesOn({})).toContain("learning rate of 0.05 on the mean squared error");
  });

  test("ends with the message where there is no loop", () => {
    const shown = { message: "There is no table." };
    const { text } = numpy.write(
      subjectOf({ kind: "loop", experiment: start, channels: 13, shown }),
    );
    expect(text).toContain('raise SystemExit("There is no table.")');
  });
});
