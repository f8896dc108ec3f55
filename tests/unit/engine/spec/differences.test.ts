import { describe, expect, it } from "vitest";
import { defaultProfile, profiles, switchesOf } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";
import { differencesOf } from "@/engine/spec/versions/differences";
import { switchRows } from "@/engine/spec/versions/switch-texts";

const ids = Object.keys(profiles) as ProfileId[];

describe("what a version does otherwise", () => {
  it("is nothing for the default one", () => {
    const all = switchRows([profiles[defaultProfile]]).map(({ argument }) => argument);
    expect(all.flatMap((argument) => differencesOf(argument, defaultProfile))).toEqual([]);
  });

  it("names the question with both answers", () => {
    expect(differencesOf("trainable", "tf-1.4")).toEqual([
      { question: "Does trainable=False mean inference mode?", answer: "no", standard: "yes" },
      {
        question: "Does a frozen layer still move its statistics?",
        answer: "yes",
        standard: "no",
      },
    ]);
  });

  it("marks an argument that the version does not know", () => {
    expect(differencesOf("adjustment", "tf-1.4")).toEqual([
      { question: "Does the version know this argument?", answer: "no", standard: "yes" },
    ]);
    expect(differencesOf("adjustment", "tf-2.3-v2")).toEqual([]);
  });

  it("marks every argument of a kind", () => {
    const gamma = differencesOf("gamma_initializer", "tf-1.4");
    expect(gamma.map(({ question }) => question)).toContain(
      "What spread do random initializers have by default?",
    );
    for (const name of ["beta", "moving_mean", "moving_variance"]) {
      expect(differencesOf(`${name}_initializer`, "tf-1.4")).toEqual(gamma);
    }
    expect(differencesOf("beta_regularizer", "tf-2.3-v2")).toEqual(
      differencesOf("gamma_regularizer", "tf-2.3-v2"),
    );
  });

  it.each(ids)("of %s leaves out no switch that is set otherwise", (profile) => {
    const rows = switchRows([switchesOf(profile), profiles[defaultProfile]]);
    for (const { name, question, argument, answers } of rows) {
      if (name === "unknownArguments") continue;
      const asked = differencesOf(argument, profile).some((found) => found.question === question);
      expect(asked, name).toBe(answers[0] !== answers[1]);
    }
  });
});
