import { describe, expect, test } from "vitest";
import { numpy } from "@/components/code-export/numpy";
import { segmentsOf } from "@/components/take-code/segments";
import { defaultExperiment } from "@/engine/spec/experiment";
import { engineStep } from "../../../support/engine-step";

const programOf = (data: "wine" | "digits"): string =>
  numpy.write(engineStep({ ...defaultExperiment, data, steps: 2, step: 2 }).subject).text;

describe("The segments of a program", () => {
  test.for(["wine", "digits"] as const)("are the whole of it, on %s", (data) => {
    const program = programOf(data);
    expect(
      segmentsOf(program)
        .map(({ text }) => text)
        .join(""),
    ).toBe(program);
  });

  test("set the rows of numbers apart, which are most of it", () => {
    const segments = segmentsOf(programOf("digits"));
    const words = segments.filter(({ isNumbers }) => !isNumbers).map(({ text }) => text);
    const numbers = segments.filter(({ isNumbers }) => isNumbers).map(({ text }) => text);
    expect(numbers.join("")).not.toMatch(/[a-df-z]/);
    expect(words.join("").length).toBeLessThan(2000);
    expect(numbers.join("").length).toBeGreaterThan(5000);
  });

  test("know infinities and numbers that are none", () => {
    const [words, numbers, end] = segmentsOf("x = [\n    1, np.nan,\n    -np.inf, 2e-7\n]\n");
    expect(words).toEqual({ text: "x = [\n", isNumbers: false });
    expect(numbers).toEqual({ text: "    1, np.nan,\n    -np.inf, 2e-7\n", isNumbers: true });
    expect(end).toEqual({ text: "]\n", isNumbers: false });
  });
});
