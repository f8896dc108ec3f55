import { describe, expect, test } from "vitest";
import { numpy } from "@/components/code-export/numpy";
import { decode } from "@/components/state/url-codec";
import { widgetList } from "@/components/widgets/registry";
import { EngineError } from "@/engine/errors";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { expectClose, relative } from "./support/close";
import { missingPython, runPrograms } from "./support/python";
import type { Outcome } from "./support/python";
import { engineStep } from "../../../support/engine-step";
import type { EngineStep } from "../../../support/engine-step";

/** Figures whose numbers come from a run of the layer itself. */
const others: readonly string[] = ["update-ops", "shared-variables", "axis", "fused"];
const ofRuns = widgetList.filter(({ id }) => !others.includes(id));

const byLink: readonly (readonly [string, Experiment])[] = ofRuns.flatMap((widget) =>
  widget.specimens.map(({ name, query }) => {
    const start = startOf(widget);
    const texts = Object.fromEntries(new URLSearchParams(query));
    return [`${widget.id}, ${name}`, decode(texts, start).experiment] as const;
  }),
);

const few = { batch_size: 8, steps: 12, step: 9, momentum: 0.9 };
const gaussian = { data: "gaussian", ...few } as const;

/** What the specimens leave out. */
const byHand: Readonly<Record<string, Partial<Experiment>>> = {
  "the defaults": {},
  "the first step": { step: 1 },
  "one channel": { ...gaussian, means: [3], deviations: [2] },
  "a mean far above the deviation": { ...gaussian, means: [1e6, -3e5], deviations: [1, 0.1] },
  "neither center nor scale": { ...few, center: false, scale: false },
  "no center": { ...few, center: false },
  "no scale": {
    ...few,
    scale: false,
    beta_initializer: { class_name: "Constant", config: { value: 2 } },
  },
  "random initial values": {
    ...few,
    gamma_initializer: "random_normal",
    moving_mean_initializer: "glorot_uniform",
    moving_variance_initializer: {
      class_name: "RandomUniform",
      config: { minval: 0.5, maxval: 2 },
    },
  },
  "SGD with penalties and bounds": {
    ...few,
    optimizer: "sgd",
    gamma_regularizer: { class_name: "L1L2", config: { l1: 0.01, l2: 0.02 } },
    beta_constraint: "non_neg",
    gamma_constraint: { class_name: "MaxNorm", config: { max_value: 1 } },
  },
  Adam: { ...few, optimizer: "adam", learning_rate: 0.1 },
  float64: { ...few, dtype: "float64" },
  float16: { ...few, dtype: "float16" },
  "float16 of an older version": { ...few, dtype: "float16", profile: "tf-2.1-v1" },
  "float16 with renorm, older": { ...few, dtype: "float16", profile: "tf-1.14-v2", renorm: true },
  "float64 with renorm": { ...few, dtype: "float64", renorm: true },
  renorm: { ...few, renorm: true, renorm_momentum: 0.8 },
  "renorm without gamma": { ...few, renorm: true, scale: false },
  "renorm without gamma and beta": { ...few, renorm: true, scale: false, center: false },
  "renorm with bounds": {
    ...few,
    renorm: true,
    renorm_clipping: { rmin: 0.5, rmax: 1.5, dmax: 0.2 },
  },
  "renorm with rmin above rmax": { ...few, renorm: true, renorm_clipping: { rmin: 2, rmax: 1 } },
  "renorm with a schedule": {
    ...few,
    renorm: true,
    renorm_clipping: {
      rmax: [
        [0, 1],
        [10, 3],
      ],
      dmax: [
        [2, 0],
        [10, 5],
      ],
    },
  },
  "weighted renorm": { ...few, renorm: true, profile: "tf-1.14-v1" },
  "weighted renorm at the first step": { ...few, renorm: true, profile: "tf-1.4", step: 1 },
  "weighted renorm, frozen": { ...few, renorm: true, profile: "tf-1.14-v1", trainable: false },
  "weighted renorm in float64": { ...few, renorm: true, profile: "tf-1.14-v2", dtype: "float64" },
  "renorm, frozen in V1": { ...few, renorm: true, profile: "tf-2.3-v1", trainable: false },
  "renorm, frozen in V2": { ...few, renorm: true, trainable: false },
  "frozen, and still updated": { ...few, profile: "tf-1.4", trainable: false },
  "frozen on the way": { ...few, frozen_from: 6 },
  "frozen at this step in V1": { ...few, profile: "tf-2.3-v1", frozen_from: 9 },
  "frozen on the way in V1, with renorm": {
    ...few,
    profile: "tf-2.3-v1",
    frozen_from: 6,
    renorm: true,
  },
  "frozen on the way, and still updated": { ...few, profile: "tf-1.4", frozen_from: 6 },
  "before it is frozen": { ...few, profile: "tf-2.3-v1", frozen_from: 10 },
  "with edited inputs": { ...few, edits: [{ step: 9, example: 1, channel: 0, value: 50 }] },
  "ghost batches": { ...few, virtual_batch_size: 2 },
  "one ghost batch": { ...few, virtual_batch_size: 8 },
  "ghost batches of one": { ...few, virtual_batch_size: 1 },
  "ghost batches without gamma": { ...few, virtual_batch_size: 4, scale: false },
  "ghost batches with renorm": {
    ...few,
    virtual_batch_size: 4,
    renorm: true,
    renorm_clipping: { rmax: 1.1, dmax: 0.1 },
  },
  "ghost batches, frozen": { ...few, virtual_batch_size: 4, trainable: false },
  "ghost batches in float16": { ...few, virtual_batch_size: 4, dtype: "float16" },
  adjustment: { ...few, adjustment: { scale: 0.3, bias: 0.5 } },
  "adjustment without gamma": { ...few, adjustment: { scale: 0.3, bias: 0.5 }, scale: false },
  "adjustment with renorm": { ...few, adjustment: { scale: 0.3, bias: 0.5 }, renorm: true },
  "adjustment in float16": { ...few, adjustment: { scale: 0.3, bias: 0.5 }, dtype: "float16" },
  padding: { ...few, padding: 3 },
  "padding with a mask": { ...few, padding: 3, mask: true },
  "padding alone, masked": { ...few, padding: 8, mask: true },
  "a mask with ghost batches": { ...few, padding: 3, mask: true, virtual_batch_size: 4 },
  "a mask that empties a ghost batch": { ...few, padding: 7, mask: true, virtual_batch_size: 4 },
  "a mask with renorm": { ...few, padding: 3, mask: true, renorm: true },
  "a batch of one": { ...few, batch_size: 1 },
  "fused given and impossible in V1": { ...few, fused: true, profile: "tf-2.3-v1" },
  "a tiny epsilon": { ...few, epsilon: 1e-12, fused: false },
  "momentum 0": { ...few, momentum: 0 },
  "more inputs than the text holds": { data: "digits", batch_size: 64, steps: 5, step: 5 },
  "missing cells filled in": { ...few, data: "penguins", missing: "column-mean" },
};

const samples = [
  ...byLink,
  ...Object.entries(byHand).map(([name, patch]) => [name, { ...startOf({}), ...patch }] as const),
];

/** A layer may refuse an experiment, as some specimens want it to. */
function stepOf(experiment: Experiment): EngineStep | null {
  try {
    return engineStep(experiment, { inferenceBefore: true });
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

describe("The NumPy text, run by Python, gives the numbers of the engine", () => {
  const missing = missingPython();
  const steps = new Map(samples.map(([name, experiment]) => [name, stepOf(experiment)]));
  const ran = [...steps].flatMap(([name, step]) => (step === null ? [] : [{ name, step }]));
  const outcomes = new Map<string, Outcome>();
  if (missing === null) {
    const programs = ran.map(({ step }) => {
      const { text, data } = numpy.write(step.subject);
      return { text, ...(data && { files: { [data.name]: data.content } }) };
    });
    runPrograms(programs).forEach((outcome, i) => outcomes.set(ran[i]!.name, outcome));
  }

  test.for(ran)("$name", ({ name, step }, { skip }) => {
    skip(missing !== null, missing ?? "");
    const { variables, exit } = outcomes.get(name)!;
    expect(exit).toBeNull();
    const tolerance = relative[step.subject.config.dtype];
    for (const [variable, wanted] of Object.entries(step.numbers)) {
      // What neither moves nor normalizes is not in the text.
      if (variables[variable] === undefined && /renorm|moving_stddev/.test(variable)) continue;
      expectClose(variables[variable], wanted, tolerance, variable);
    }
    expect(Object.keys(variables)).toEqual(
      expect.arrayContaining(["training_output", "inference_output", "moving_mean"]),
    );
  });

  test("most experiments are not refused", () => {
    expect(ran.length).toBeGreaterThan(70);
  });
});
