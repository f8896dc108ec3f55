import { describe, expect, it } from "vitest";
import { reachOf } from "@/components/charts/graph/drawing";
import type { GraphNode } from "@/components/charts/graph/drawing";
import { nameLines } from "@/components/charts/graph/name-lines";
import { figureOf } from "./support";

/** What a screen of 320 px leaves to the figure. */
const narrowest = 286;

const on = figureOf({ run_update_ops: true, momentum: 0.9 });
const off = figureOf();

const litNames = ({ drawing }: typeof on): readonly string[] =>
  drawing.nodes.filter(({ isLit }) => isLit).map(({ lines }) => lines.join(""));

const edgesInto = ({ drawing }: typeof on, name: string): readonly string[] => {
  const target = drawing.nodes.find(({ lines }) => lines.join("") === name)!;
  const nameOf = (id: string): string =>
    drawing.nodes.find((node) => node.id === id)!.lines.join("");
  return drawing.edges
    .filter(({ id }) => id.endsWith(`-${target.id}`))
    .map(({ id }) => nameOf(id.slice(0, id.length - target.id.length - 1)));
};

const areaOf = (node: GraphNode) => {
  const reach = reachOf(node);
  const x = (node.x / 100) * narrowest;
  return { left: x - reach.x, right: x + reach.x, top: node.y - reach.y, bottom: node.y + reach.y };
};

describe("the drawing of the graph", () => {
  it("has a box for every operation and every variable", () => {
    expect(on.drawing.nodes.map(({ lines }) => lines.join("")).sort()).toEqual(
      [
        ...on.graph.operations.map(({ name }) => name.replace("bn/", "")),
        ...on.graph.variables.map(({ name }) => name.replace("bn/", "")),
      ].sort(),
    );
  });

  it("has a line for everything an operation takes in, needs, reads or writes, and no other", () => {
    const { operations } = on.graph;
    const count = operations.reduce(
      (sum, { inputs, controlInputs, reads, writes }) =>
        sum + inputs.length + controlInputs.length + new Set([...reads, ...writes]).size,
      0,
    );
    expect(on.drawing.edges).toHaveLength(count);
    expect(new Set(on.drawing.edges.map(({ id }) => id)).size).toBe(count);
    expect(edgesInto(on, "MeanSquaredError").toSorted()).toEqual(["batchnorm", "targets"]);
    expect(edgesInto(on, "AssignMovingAvg_1")).toEqual(["batchnorm", "moving_variance"]);
  });

  it("leads to the train step from what it needs, and only that", () => {
    expect(edgesInto(off, "train_step")).toEqual(["minimize"]);
    expect(edgesInto(on, "train_step")).toEqual([
      "minimize",
      "AssignMovingAvg",
      "AssignMovingAvg_1",
    ]);
  });

  it("lights what a step runs", () => {
    expect(litNames(on)).toHaveLength(on.drawing.nodes.length);
    expect(on.drawing.edges.every(({ isLit }) => isLit)).toBe(true);
    expect(off.drawing.nodes.filter(({ isLit }) => !isLit).map(({ lines }) => lines)).toEqual([
      ["Assign", "MovingAvg"],
      ["Assign", "MovingAvg_1"],
    ]);
    const pale = off.drawing.edges.filter(({ isLit }) => !isLit);
    expect(pale).toHaveLength(4);
  });

  it("draws a line that goes both ways with two heads", () => {
    const ways = on.drawing.edges.filter(({ heads }) => heads.length === 2);
    expect(ways).toHaveLength(4);
    for (const { heads } of on.drawing.edges) expect(heads.length).toBeGreaterThan(0);
  });

  it("marks what only has to come first with hollow heads", () => {
    expect(on.drawing.edges.filter(({ isHollow }) => isHollow)).toHaveLength(5);
  });

  it("writes the chosen step's numbers into the boxes", () => {
    const valueOf = (name: string): string | null =>
      on.drawing.nodes.find(({ lines }) => lines.join("") === name)!.value;
    expect(valueOf("moving_mean")).toBe("12.93");
    expect(valueOf("MeanSquaredError")).toBe("1.078");
    expect(valueOf("x")).toBe("32 rows");
    expect(valueOf("minimize")).toBeNull();
  });

  it("has room on a screen of 320 px: no box leaves the drawing or meets another", () => {
    const areas = on.drawing.nodes.map(areaOf);
    for (const [i, a] of areas.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(narrowest);
      expect(a.bottom).toBeLessThanOrEqual(on.drawing.height);
      for (const b of areas.slice(i + 1)) {
        const isApart =
          a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
        expect(isApart, `boxes ${i}`).toBe(true);
      }
    }
  });
});

it.each([
  ["AssignMovingAvg_1", ["Assign", "MovingAvg_1"]],
  ["AssignMovingAvg", ["Assign", "MovingAvg"]],
  ["MeanSquaredError", ["MeanSquared", "Error"]],
  ["moving_variance", ["moving_variance"]],
  ["train_step", ["train_step"]],
])("%s is written as %j", (name, lines) => {
  expect(nameLines(name)).toEqual(lines);
});
