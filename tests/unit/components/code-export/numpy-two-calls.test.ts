import { describe, expect, test } from "vitest";
import { numpy } from "@/components/code-export/numpy";
import { sharedVariables as widget } from "@/components/widgets/shared-variables/widget";
import type { Experiment } from "@/engine/spec/experiment";
import { expectClose, relative } from "./support/close";
import { missingPython, runPrograms } from "./support/python";
import type { Outcome } from "./support/python";
import { linked, twoCalls } from "../../../support/two-calls";

const shared = { first_name: "bn", name: "bn", reuse: true } as const;
const gaussian = { data: "gaussian", means: [3, -20], deviations: [1, 10] } as const;

const bySpecimen = widget.specimens.map(
  ({ name, query }) => [`specimen ${name}`, linked(query)] as const,
);

/** What the specimens leave out. */
const byHand: Readonly<Record<string, Partial<Experiment>>> = {
  "the first step": { ...shared, step: 1 },
  "the last step": { ...shared, step: 40 },
  "updates of both, apart": { updates_of: "both", step: 7 },
  "another momentum": { ...shared, momentum: 0.5, learning_rate: 0.5 },
  "momentum 0": { ...shared, momentum: 0, updates_of: "both" },
  "one channel": { ...shared, data: "gaussian", means: [3], deviations: [2], batch_size: 9 },
  "one channel of many examples": {
    ...shared,
    data: "gaussian",
    means: [300],
    deviations: [2],
    batch_size: 512,
  },
  "two channels, apart": { ...gaussian, batch_size: 5, updates_of: "both" },
  "a batch of one": { ...shared, batch_size: 1 },
  "more inputs than the text holds": { ...shared, data: "digits", batch_size: 40, step: 3 },
  "scopes around scopes": { scope: "siamese/left", scope_reuse: "auto" },
};

const samples = [...bySpecimen, ...Object.entries(byHand)].map(([name, patch]) => ({
  name,
  ...twoCalls(patch),
}));
const trained = samples.filter(({ result }) => result.training !== null);

const missing = missingPython();
const outcomes = new Map<string, Outcome>();
if (missing === null) {
  const programs = trained.map(({ subject }) => {
    const { text, data } = numpy.write(subject);
    return { text, ...(data && { files: { [data.name]: data.content } }) };
  });
  runPrograms(programs).forEach((outcome, i) => outcomes.set(trained[i]!.name, outcome));
}

describe("The NumPy text of two calls gives what the figure's table holds of the step", () => {
  test.for(trained)("$name", ({ name, result, step }, { skip }) => {
    skip(missing !== null, missing ?? "");
    const { variables, exit } = outcomes.get(name)!;
    expect(exit).toBeNull();
    const width = result.channels.length;
    const { trainingOutputs, inferenceOutputs } = result.training!;
    for (const [call, which] of ["first", "second"].entries()) {
      for (const [mode, rows] of [
        ["training", trainingOutputs],
        ["inference", inferenceOutputs],
      ] as const) {
        const wanted = [...rows[call]!.subarray(step * width, (step + 1) * width)];
        const variable = `${which}_${mode}_output`;
        // The outputs of the whole batch, the first example first.
        const found = variables[variable]?.slice(0, width);
        expectClose(found, wanted, relative.float32, variable);
      }
    }
  });

  test("the variables are those of the graph, once each", () => {
    const of = (patch: Partial<Experiment>): readonly string[] =>
      [...numpy.write(twoCalls(patch).subject).text.matchAll(/^ {4}"(.+)": np\./gm)].map(
        ([, name]) => name!,
      );
    const four = (scope: string): readonly string[] =>
      ["gamma", "beta", "moving_mean", "moving_variance"].map((name) => `${scope}/${name}`);
    expect(of(shared)).toEqual(four("bn"));
    expect(of({})).toEqual([...four("batch_normalization"), ...four("batch_normalization_1")]);
  });

  test("the step decides the variables, and not the batches", () => {
    const [early, late] = [2, 30].map((step) => numpy.write(twoCalls({ ...shared, step }).subject));
    const batches = (text: string): string =>
      text.slice(text.indexOf("x1 ="), text.indexOf("# The graph"));
    expect(batches(early!.text)).toBe(batches(late!.text));
    expect(early!.text).toContain("after step 2");
    expect(early!.text).not.toBe(late!.text);
  });

  test("a refused program has its message and no numbers", ({ skip }) => {
    const refused = samples.filter(({ result }) => result.training === null);
    expect(refused.map(({ name }) => name)).toEqual([
      "specimen same-name-refused",
      "specimen nothing-to-reuse",
      "specimen scope-forgot-reuse",
    ]);
    const written = refused.map(({ subject }) => numpy.write(subject));
    for (const [i, { notes, text }] of written.entries()) {
      const { kind, message } = refused[i]!.result.refusal!;
      expect(notes[0]!.text).toContain(`${kind}: ${message}`);
      expect(text).not.toContain("np.");
    }
    skip(missing !== null, missing ?? "");
    runPrograms(written.map(({ text }) => ({ text }))).forEach(({ exit }, i) => {
      expect(exit).toContain(refused[i]!.result.refusal!.message);
    });
  });
});
