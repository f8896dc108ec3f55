import { describe, expect, test } from "vitest";
import type { Code } from "@/components/code-export/code";
import { frameworks } from "@/components/code-export/frameworks";
import { isGiven } from "@/components/code-export/given";
import type { ConfigName } from "@/components/code-export/given";
import {
  callArgs,
  constructorArgs,
  documentedArgs,
  functionalArgs,
} from "@/engine/spec/batch-norm";
import { experimentArgs } from "@/engine/spec/experiment";
import { configured, givenValues } from "./support/configurations";

/** What a framework calls an argument, where it is not by its name. */
const otherNames: Readonly<Record<string, RegExp>> = {
  epsilon: /\beps(ilon)?\b/,
  scale: /\b(use_scale|affine|bn\.weight)\b/,
  center: /\b(use_bias|affine|bn\.bias)\b/,
  gamma_initializer: /\b(scale_init|bn\.weight)\b/,
  beta_initializer: /\b(bias_init|bn\.bias)\b/,
};

/** What to tell a value from: its default, and of fused the other path, since one of the two is its default. */
const otherThan = (name: ConfigName, value: unknown): unknown =>
  name === "fused" ? value !== true : constructorArgs.find((spec) => spec.name === name)?.default;

const says = (name: string, { text, notes }: Code): boolean =>
  new RegExp(`\\b${name}\\b`).test(text) ||
  otherNames[name]?.test(text) === true ||
  notes.some(({ about }) => about.includes(name));

describe("No argument is dropped without a word", () => {
  test("every argument of the layer has values here that are not its default", () => {
    const names = new Set(givenValues.map(([name]) => name));
    expect([...names]).toEqual(constructorArgs.map(({ name }) => name));
  });

  for (const framework of frameworks) {
    test.for(givenValues)(`${framework.label}: %s=%j`, ([name, value]) => {
      const withRenorm = name === "renorm_clipping" || name === "renorm_momentum";
      for (const renorm of withRenorm ? [true, false] : [false]) {
        const others = withRenorm ? { renorm } : {};
        const subject = configured({ ...others, [name]: value });
        const given = framework.write(subject);
        const standard = framework.write(configured({ ...others, [name]: otherThan(name, value) }));
        if (!isGiven(subject.config, name)) {
          // Another way to write the default.
          expect(given).toEqual(standard);
          continue;
        }
        expect(says(name, given), `${given.text}\n${JSON.stringify(given.notes)}`).toBe(true);
        // It is said because it was set, and not in any case.
        expect(given).not.toEqual(standard);
      }
    });

    test(`${framework.label}: a mask`, () => {
      const written = framework.write(configured({ padding: 3, mask: true }));
      expect(says("mask", written)).toBe(true);
      expect(says("mask", framework.write(configured()))).toBe(false);
    });

    test(`${framework.label}: both modes of a call`, () => {
      const { text } = framework.write(configured());
      const modes: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
        numpy: [/training_output = /, /inference_output = /],
        pytorch: [/bn\.train\(\)/, /bn\.eval\(\)/],
        flax: [/use_running_average=False/, /use_running_average=True/],
      };
      const [training, inference] = modes[framework.id] ?? [
        /training(=|: )True/,
        /training(=|: )False/,
      ];
      expect(text).toMatch(training);
      expect(text).toMatch(inference);
    });
  }

  for (const framework of frameworks) {
    test.for([true, false, "auto"] as const)(`${framework.label}: reuse=%s`, (reuse) => {
      const given = framework.write(configured({ reuse }));
      expect(says("reuse", given)).toBe(true);
      // Outside a scope that reuses, false is another way to write null.
      if (reuse !== false) {
        expect(given).not.toEqual(framework.write(configured({ reuse: null })));
      }
    });
  }

  test("what no experiment can hold is the layer's inputs and its mode", () => {
    const held = new Set<string>(experimentArgs.map(({ name }) => name));
    const others = documentedArgs.map(({ name }) => name).filter((name) => !held.has(name));
    expect(others).toEqual(["inputs", "training"]);
    expect([...callArgs, ...functionalArgs].map(({ name }) => name)).toEqual([
      "inputs",
      "training",
      "mask",
      "reuse",
    ]);
  });
});
