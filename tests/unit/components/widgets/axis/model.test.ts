import { describe, expect, it } from "vitest";
import { axisNames, axisText, namedAxes, toggled } from "@/components/widgets/axis/axes";
import { parts } from "@/components/widgets/axis/parts";
import { posterModelOf } from "../../support/poster-model";
import { figureOf } from "./support";

const posterModel = posterModelOf(parts);

describe("the cells", () => {
  it("carry the number and the colour of the statistic they share, and their own number", () => {
    const { cells, grouping } = figureOf();
    expect(cells).toHaveLength(96);
    expect(cells.map(({ group }) => group)).toEqual(
      Array.from({ length: 96 }, (_, i) => String(i % 3)),
    );
    expect(cells.map(({ tone }) => tone)).toEqual(Array.from({ length: 96 }, (_, i) => i % 3));
    expect(cells[0]?.value).toBe(String(grouping.values[0]));
    expect(cells[0]?.description).toBe("Element [0, 0, 0, 0], channel 0: x = 3, normalized −0.38");
  });

  it("take colours in turn where there are more groups, each with a number of its own", () => {
    const { cells } = figureOf("axis=1,2,3");
    expect(new Set(cells.map(({ group }) => group)).size).toBe(48);
    expect(Math.max(...cells.map(({ tone }) => tone ?? NaN))).toBe(7);
  });

  it("name ghost batches by letters", () => {
    const { cells } = figureOf("shape=4,2&virtual_batch_size=2");
    expect(cells.map(({ group }) => group)).toEqual([
      "0a",
      "1a",
      "0b",
      "1b",
      "0a",
      "1a",
      "0b",
      "1b",
    ]);
  });

  it("belong to nothing where the layer refuses", () => {
    const { cells, facts, element, axisNames: names, grouping } = figureOf("axis=4");
    expect(cells.every(({ group, tone }) => group === null && tone === null)).toBe(true);
    expect(cells[0]?.description).toBe("Element [0, 0, 0, 0]: 3");
    expect(facts).toEqual([]);
    expect(element).toBeNull();
    expect(names.some(({ isKept }) => isKept)).toBe(false);
    expect(grouping.refusal?.message).toBe(
      "Invalid axis: axis must be in [-4, 4) for inputs of rank 4. Received: axis=[4]",
    );
  });
});

describe("the element", () => {
  it("is the first until one is selected", () => {
    expect(figureOf().element?.index).toEqual([0, 0, 0, 0]);
    expect(figureOf().selected).toBeNull();
    expect(figureOf("element=17").element?.index).toEqual([0, 1, 1, 2]);
  });

  it("is let go when the tensor has become smaller", () => {
    expect(figureOf("shape=2,2&element=17").selected).toBeNull();
  });

  it("has the numbers that its neighbours in the statistic give by hand", () => {
    const { element } = figureOf("shape=8,4&element=6");
    if (element === null) throw new Error("none");
    const { sharing, input, normalized, output, count } = element;
    expect(element.group).toBe("2");
    expect(count).toBe(8);
    expect(sharing).toHaveLength(8);
    const mean = sharing.reduce((sum, x) => sum + x, 0) / 8;
    const variance = sharing.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 8;
    expect(element.mean).toBeCloseTo(mean, 5);
    expect(element.variance).toBeCloseTo(variance, 5);
    expect(normalized).toBeCloseTo((input - mean) / Math.sqrt(variance + 0.001), 5);
    expect(output).toBeCloseTo(normalized, 5);
  });
});

describe("the facts", () => {
  const factsOf = (query: string) =>
    Object.fromEntries(figureOf(query).facts.map(({ name, value }) => [name, value]));

  it("are the layer's", () => {
    expect(factsOf("")).toEqual({
      "averaged over axes": "0, 1, 2",
      statistics: "3",
      "m, elements behind each": "32",
      "shape of γ and β": "[3]",
      "shape of moving statistics": "[3]",
      implementation: "fused",
    });
    expect(factsOf("shape=4,5,3&axis=1,2")).toMatchObject({
      "averaged over axes": "0",
      statistics: "15",
      "shape of γ and β": "[1, 5, 3]",
      implementation: "not fused",
    });
    expect(factsOf("shape=8,4&virtual_batch_size=4")).toMatchObject({
      statistics: "2 ghost batches × 4 = 8",
    });
    expect(factsOf("shape=8,4&layer_normalization=true")).toMatchObject({
      "shape of γ and β": "[4]",
      "shape of moving statistics": "there are none",
    });
    expect(factsOf("shape=2,2&axis=0,1")).toMatchObject({ "averaged over axes": "none" });
  });
});

describe("the axes", () => {
  it("have the names of the layout", () => {
    expect(axisNames(2, 1)).toEqual(["batch", "features"]);
    expect(axisNames(3, 2)).toEqual(["batch", "time", "features"]);
    expect(axisNames(4, 1)).toEqual(["batch", "channels", "height", "width"]);
    expect(axisNames(5, 4)).toEqual(["batch", "time", "height", "width", "channels"]);
  });

  it("are kept and let go one by one, the last alone as the default, none never", () => {
    expect(toggled(-1, 4, 1)).toEqual([1, 3]);
    expect(toggled([1, 3], 4, 3)).toBe(1);
    expect(toggled([1, 3], 4, 1)).toBe(-1);
    expect(toggled(-1, 4, 3)).toBe(-1);
    expect(toggled([2, -4], 4, 1)).toEqual([0, 1, 2]);
    expect(toggled(7, 4, 0)).toBe(0);
  });

  it("are those of the tensor, each once", () => {
    expect(namedAxes([3, -1, 9, -5], 4)).toEqual([3]);
  });

  it("are written as a program has them", () => {
    expect(axisText(-1)).toBe("axis=−1");
    expect(axisText([1, -1])).toBe("axis=[1, −1]");
  });

  it("name what a statistic is of", () => {
    const unitOf = (query: string) => figureOf(query).unit;
    expect(unitOf("")).toBe("channel");
    expect(unitOf("axis=2")).toBe("width");
    expect(unitOf("axis=0")).toBe("example");
    expect(unitOf("axis=0,3")).toBe("statistic");
    expect(unitOf("layer_normalization=true")).toBe("example");
  });
});

it("the poster is the figure at its start, to 1e-6", () => {
  const fresh = figureOf();
  expect(posterModel.sentences).toEqual(fresh.sentences);
  expect(posterModel.cells).toEqual(fresh.cells);
  expect(posterModel.facts).toEqual(fresh.facts);
  const [poster, made] = [posterModel.grouping.shared!, fresh.grouping.shared!];
  for (const of of ["mean", "variance", "normalized", "outputs"] as const) {
    expect(poster[of]).toBeAllClose(made[of], { relative: 1e-6, absolute: 1e-6 });
  }
});
