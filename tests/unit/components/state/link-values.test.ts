import { describe, expect, it } from "vitest";
import { decode } from "@/components/state/url-codec";
import { defaultExperiment, experimentArgs } from "@/engine/spec/experiment";
import { refused, traps } from "../support/refused-texts";

describe("a value of a link that breaks its rule", () => {
  it.each(Object.entries(refused))(
    "gives way to the default of %s, with a whole warning",
    (name, { rule, standard, bad }) => {
      for (const text of bad) {
        const given = `${name}=${JSON.stringify(text)}`;
        expect(decode({ [name]: text }), given).toEqual({
          experiment: defaultExperiment,
          warnings: [`${name} must be ${rule}. Received: ${given}. Using ${standard} instead.`],
        });
      }
    },
  );

  it("is warned of in a sentence that reads like this", () => {
    expect(decode({ momentum: "1,5", means: 'a"b' }).warnings).toEqual([
      'means must be 1 to 16 numbers from -1000000 to 1000000, separated by commas. Received: means="a\\"b". Using 3,0,-20 instead.',
      'momentum must be a number from 0 to 1. Received: momentum="1,5". Using 0.99 instead.',
    ]);
  });

  it("leaves the other values of the link as they are", () => {
    const { experiment, warnings } = decode({ momentum: "high", epsilon: "0.5", steps: "300" });
    expect(experiment).toEqual({ ...defaultExperiment, epsilon: 0.5, steps: 300 });
    expect(warnings).toHaveLength(1);
  });

  it("can be that of any argument but one that takes any text", () => {
    const texts = experimentArgs.filter(({ kind }) => kind === "text").map(({ name }) => name);
    expect([...texts].sort()).toEqual(["first_name", "name", "own", "scope"]);
    const names = experimentArgs.map(({ name }) => name).filter((name) => !texts.includes(name));
    expect(Object.keys(refused).sort()).toEqual(names.sort());
    for (const name of texts) {
      for (const text of [...traps, "k-1a2b", "null"]) {
        expect(decode({ [name]: text })).toEqual({
          experiment: { ...defaultExperiment, [name]: text },
          warnings: [],
        });
      }
    }
  });
});
