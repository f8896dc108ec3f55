import { describe, expect, test } from "vitest";
import type { Code, Framework } from "@/components/code-export/code";
import { frameworks } from "@/components/code-export/frameworks";
import { numpy } from "@/components/code-export/numpy";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { ProfileId } from "@/engine/spec/profiles";
import { runArgs } from "@/engine/spec/run/run-args";
import { engineLoop } from "../../../support/engine-loop";
import { configured, refused } from "./support/configurations";

type RunArgName = (typeof runArgs)[number]["name"];

/** What becomes of a run's setting in a program. */
type Way =
  /** Every framework writes or notes it, since it changes what the layer does. */
  | "said"
  /** It decides the numbers that the NumPy program begins with. */
  | "numbers"
  /** It chooses what a figure draws, and no number. */
  | "drawn"
  /** Figures without a run read it, and the tests of their texts are elsewhere. */
  | "other figures";

const ways: Readonly<Record<RunArgName, Way>> = {
  data: "numbers",
  own: "numbers",
  missing: "numbers",
  order: "numbers",
  channels: "numbers",
  means: "numbers",
  deviations: "numbers",
  drift_per_step: "numbers",
  degrees_of_freedom: "numbers",
  batch_size: "numbers",
  steps: "drawn",
  seed: "numbers",
  channel: "drawn",
  all_channels: "drawn",
  step: "numbers",
  padding: "said",
  mask: "said",
  example: "drawn",
  outlier: "drawn",
  stage: "drawn",
  edits: "numbers",
  profile: "said",
  optimizer: "said",
  learning_rate: "said",
  frozen_from: "said",
  parameter: "drawn",
  run_update_ops: "said",
  collect_before_layer: "said",
  shape: "other figures",
  data_format: "other figures",
  layer_normalization: "other figures",
  element: "drawn",
  first_name: "other figures",
  scope: "other figures",
  scope_reuse: "other figures",
  updates_of: "other figures",
};

const notesAbout = (name: string, { notes }: Code): string =>
  notes
    .filter(({ about }) => about.includes(name))
    .map(({ text }) => text)
    .join("\n");

const said = (
  { write }: Framework,
  name: string,
  patch: Partial<Experiment>,
): { readonly notes: string; readonly code: Code } => {
  const code = write(configured(patch));
  return { notes: notesAbout(name, code), code };
};

test("every setting of a run has its way into a program", () => {
  expect(Object.keys(ways).sort()).toEqual(runArgs.map(({ name }) => name).sort());
});

const drift = { data: "drift", steps: 6, step: 4 } as const;

/** What each setting is changed from and to; a table of one's own, its order and channels that repeat are the worker's to read. */
const changes: readonly (readonly [RunArgName, Partial<Experiment>, Partial<Experiment>])[] = [
  ["data", {}, { data: "heavy-tail" }],
  ["missing", { data: "penguins" }, { data: "penguins", missing: "column-mean" }],
  ["means", {}, { means: [1, 2] }],
  ["deviations", {}, { deviations: [1, 2] }],
  ["drift_per_step", drift, { ...drift, drift_per_step: 0.5 }],
  ["degrees_of_freedom", { data: "heavy-tail" }, { data: "heavy-tail", degrees_of_freedom: 9 }],
  ["batch_size", {}, { batch_size: 4 }],
  ["seed", {}, { seed: 2 }],
  ["step", drift, { ...drift, step: 2 }],
  ["edits", {}, { edits: [{ step: 1, example: 0, channel: 0, value: 99 }] }],
];

test.for(changes)("the NumPy program has the numbers of %s", ([, from, to]) => {
  expect(numpy.write(configured(to)).text).not.toBe(numpy.write(configured(from)).text);
});

test("what decides the numbers is tried above", () => {
  const numbers = runArgs.map(({ name }) => name).filter((name) => ways[name] === "numbers");
  const tried = changes.map(([name]) => name);
  expect(numbers.filter((name) => !tried.includes(name))).toEqual(["own", "order", "channels"]);
});

const profiles: readonly ProfileId[] = ["keras-2-v2", "tf-2.3-v2", "tf-2.3-v1", "tf-1.4"];
const run = { steps: 9, step: 6, momentum: 0.9 } as const;

for (const framework of frameworks) {
  describe(framework.label, () => {
    test("notes the padding that counts, and the mask that leaves it out", () => {
      expect(said(framework, "padding", { padding: 3 }).notes).toContain("The last 3 of the 8");
      expect(said(framework, "padding", {}).notes).toBe("");
      expect(said(framework, "mask", { padding: 3, mask: true }).notes).not.toBe("");
      expect(said(framework, "padding", { padding: 3, mask: true }).notes).toBe("");
    });

    test.for(["sgd", "adam"] as const)("notes the optimizer %s and its learning rate", (name) => {
      const given = { ...run, optimizer: name, learning_rate: 0.25 } as const;
      for (const argument of ["optimizer", "learning_rate"]) {
        const { notes } = said(framework, argument, given);
        expect(notes.toLowerCase()).toContain(`γ and β learn by ${name} with a learning rate`);
        expect(notes).toContain("0.25");
      }
      const without = { ...given, scale: false };
      expect(said(framework, "optimizer", without).notes).toContain("β learns by");
      const neither = { ...without, center: false };
      expect(said(framework, "optimizer", neither).notes).toContain("neither γ nor β");
      const frozen = { ...given, trainable: false };
      expect(said(framework, "optimizer", frozen).notes).toContain("leaves γ and β alone");
      const later = { ...given, frozen_from: 4 };
      expect(said(framework, "optimizer", later).notes).toContain("learn, up to step 3, by");
    });

    test.for(profiles)("a step that the run has frozen is one of a frozen layer: %s", (profile) => {
      for (const from of [1, 4, 6]) {
        const given = { ...run, profile, frozen_from: from };
        const { code, notes } = said(framework, "frozen_from", given);
        // The NumPy program has other numbers: the weights were trained first.
        if (framework !== numpy) {
          const frozen = said(framework, "trainable", { ...run, profile, trainable: false });
          expect(code.text).toBe(frozen.code.text);
          expect(notesAbout("trainable", code)).toBe(frozen.notes);
        }
        expect(notes).toContain(`freezes the layer from step ${from} on`);
        expect(notes).toContain("Step 6 is frozen, ");
      }
    });

    test.for(profiles)("a step before that is one of a layer that trains: %s", (profile) => {
      const given = { ...run, profile, frozen_from: 7 };
      const { code, notes } = said(framework, "frozen_from", given);
      expect(code.text).toBe(framework.write(configured({ ...run, profile })).text);
      expect(notes).toContain("freezes the layer from step 7 on. Step 6 is before it");
    });

    test("a layer that never trains is not frozen on the way", () => {
      const given = { ...run, trainable: false, frozen_from: 4 };
      expect(said(framework, "frozen_from", given).notes).toBe("");
      expect(said(framework, "frozen_from", run).notes).toBe("");
    });

    test("where the layer refuses, the chosen step is frozen all the same", () => {
      const patch = { ...run, frozen_from: 4 };
      const code = framework.write(refused(patch, "no"));
      expect(notesAbout("frozen_from", code)).toContain("Step 6 is frozen");
      // A run has no step after its last.
      const last = framework.write(refused({ ...patch, frozen_from: 10, step: 50 }, "no"));
      expect(notesAbout("frozen_from", last)).toContain("Step 9 is before it");
    });

    test("notes or writes what becomes of the update operations", () => {
      const loop = (patch: Partial<Experiment>): string => {
        const { text, notes } = framework.write(
          engineLoop({ ...defaultExperiment, steps: 3, step: 2, ...patch }).subject,
        );
        return [text, ...notes.map((note) => note.text)].join("\n");
      };
      expect(loop({ run_update_ops: true })).not.toBe(loop({}));
      expect(loop({ run_update_ops: true, collect_before_layer: true })).not.toBe(
        loop({ run_update_ops: true }),
      );
    });
  });
}

describe("how a layer is frozen on the way", () => {
  const how = (id: string, profile: ProfileId, from = 4): string => {
    const framework = frameworks.find((one) => one.id === id)!;
    return said(framework, "frozen_from", { ...run, profile, frozen_from: from }).notes;
  };

  test("by a line of each framework", () => {
    for (const id of ["tf-keras", "keras-3"]) {
      expect(how(id, "keras-2-v2")).toContain(
        "build it to train, take 3 steps, then set layer.trainable = False",
      );
      expect(how(id, "keras-2-v2", 7)).toContain("From step 7 on, set layer.trainable = False");
      expect(how(id, "keras-2-v2", 1)).toContain("never trains: set layer.trainable = False");
    }
    expect(how("tensorflow-1", "keras-2-v2")).toContain("feed False to training");
    expect(how("tensorflow-1", "tf-2.3-v1")).toContain("run update_ops no longer");
    expect(how("tensorflow-1", "tf-1.4")).toMatch(/var_list\.$/);
    expect(how("pytorch", "keras-2-v2")).toContain("bn.eval()");
    expect(how("pytorch", "tf-2.3-v1")).toContain("bn.momentum = 0.0");
    expect(how("pytorch", "tf-1.4")).toMatch(/bn\.requires_grad_\(False\)\.$/);
    expect(how("flax", "keras-2-v2")).toContain("use_running_average=True");
    expect(how("flax", "tf-2.3-v1")).toContain("throw the moved statistics away");
  });

  test("and what that does in another version is said also before it happens", () => {
    const before = { ...run, profile: "tf-2.3-v1", frozen_from: 7 } as const;
    const keras = frameworks.find(({ id }) => id === "tf-keras")!;
    expect(said(keras, "trainable", before).notes).toContain("in Keras 2 it normalizes with the");
  });
});
