import { describe, expect, it } from "vitest";
import { compareGroupings } from "@/components/widgets/axis/compare";
import { figureOf } from "./support";

const compared = (one: string, two: string) =>
  compareGroupings({ model: figureOf(one) }, { model: figureOf(two) });

describe("two layers on the same tensor", () => {
  it("are told apart by their groups and by what becomes of one element", () => {
    expect(compared("", "axis=1")?.sentences).toEqual([
      "The first has 3 means, each over 32 elements; the second has 4 means, each over 24 elements.",
      "The x = 3 of element [0, 0, 0, 0] is normalized to −0.3795 by the first and to 0.8232 by the second.",
    ]);
  });

  it("have the numbers of the selected element beside each other", () => {
    const query = "element=17";
    const [one, two] = [figureOf(query).element!, figureOf(`${query}&axis=1,3`).element!];
    const values = compared(query, `${query}&axis=1,3`)!.values;
    const of = (name: string) => values.find((value) => value.name === name);
    expect(of("x̂")).toEqual({ name: "x̂", first: one.normalized, second: two.normalized });
    expect(of("mean of its group")).toMatchObject({ first: one.mean, second: two.mean });
    expect(of("elements per mean")).toMatchObject({ first: 32, second: 8 });
    expect(of("shape of γ and β")).toMatchObject({ first: "[3]", second: "[1, 4, 1, 3]" });
    expect(compared(query, `${query}&axis=1,3`)!.at).toBe("element [0, 1, 1, 2]");
  });

  it("batch and layer normalization", () => {
    expect(compared("shape=8,4", "shape=8,4&layer_normalization=true")?.sentences[0]).toBe(
      "The first has 4 means, each over 8 elements; the second has 8 means, each over 4 elements.",
    );
  });

  it("may both be alike, or one refused", () => {
    expect(compared("", "axis=3")?.sentences).toEqual([
      "The first has 3 means, each over 32 elements; the second too.",
      "The x = 3 of element [0, 0, 0, 0] is normalized to −0.3795 by both.",
    ]);
    const refused = compared("", "axis=7")!;
    expect(refused.sentences).toEqual([
      "The first has 3 means, each over 32 elements; the second refuses these inputs.",
      "Only one of the two normalizes anything.",
    ]);
    expect(refused.values.find(({ name }) => name === "x̂")?.second).toBeNull();
    expect(compared("axis=7", "axis=8")?.sentences[1]).toBe("Neither normalizes anything.");
  });

  it("have no steps, and are not compared on tensors of different shapes", () => {
    expect(compared("", "axis=1")?.course).toBeNull();
    expect(compared("", "shape=2,2")).toBeNull();
  });
});
