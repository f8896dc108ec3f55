import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { formatNumber } from "@/components/charts/format/number";
import { rowFormulas } from "@/components/widgets/normalize-steps/row-formulas";
import { withSelectedRow } from "@/components/widgets/normalize-steps/selected-row";
import { figureOf } from "./support";

const read = (row: string, query: string): string =>
  renderToStaticMarkup(createElement(rowFormulas[row]!, { model: figureOf(query) }))
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const number = (value: number): string => formatNumber(value, 5);

const renormed = "stage=renorm&renorm=true&renorm_momentum=0.9";

describe("the formula of a row below the examples", () => {
  it("there is for every row of every stage", () => {
    for (const query of [
      "stage=mean",
      "stage=variance&virtual_batch_size=3",
      "",
      renormed,
      "stage=adjustment&adjustment=scale:0.1,bias:0.1",
      "stage=output",
    ]) {
      for (const key of figureOf(query).grid.below) {
        expect(rowFormulas[key.replace(/\d+$/, "")], key).toBeDefined();
      }
    }
  });

  it("of a statistic is that of its own stage", () => {
    const { selected } = figureOf("");
    expect(read("mean", "")).toMatch(/^mean of the m = 6 inputs μ = \(/);
    expect(read("mean", "")).toContain(`/ 6 = ${number(selected.mean)}`);
    expect(read("variance", "")).toContain(`/ 6 = ${number(selected.variance)}`);
  });

  it("of r and d is each one's own", () => {
    const { selected } = figureOf(renormed);
    expect(read("r", renormed)).toMatch(/^r: the batch’s deviation against renorm’s own average/);
    expect(read("r", renormed)).toContain(`= ${number(selected.renorm!.r)}`);
    expect(read("r", renormed)).not.toContain("d = ");
    expect(read("d", renormed)).toContain(`= ${number(selected.renorm!.d)}`);
    expect(read("d", renormed)).not.toContain("r = ");
  });

  it("of γ and β says where they come from", () => {
    expect(read("gamma", "stage=output&gamma_initializer=2")).toBe(
      "γ of beak_length_mm: its initial value, from gamma_initializer; nothing has moved it γ = 2",
    );
    expect(read("beta", "stage=output&center=false")).toBe(
      "β of beak_length_mm: the layer has none, because center is false β = 0",
    );
    const learned = "stage=output&optimizer=sgd";
    const { gamma, beta } = figureOf(learned);
    expect(gamma.found).not.toBe(1);
    expect(read("gamma", learned)).toBe(
      `γ of beak_length_mm: learned in 49 optimizer steps, from 1 γ = ${number(gamma.found)} ; step 50 makes it ${number(gamma.left)}`,
    );
    expect(figureOf(learned).selected.gamma).toBe(gamma.found);
    expect(figureOf(learned).selected.beta).toBe(beta.found);
    expect(read("gamma", `${learned}&step=1`)).toMatch(
      /^γ of beak_length_mm: its initial value, from gamma_initializer γ = 1 ; step 1 makes it 0\.\d+$/,
    );
  });

  it("of an adjustment is what was drawn", () => {
    const query = "stage=adjustment&adjustment=scale:0.1,bias:0.1&example=2";
    const { adjustment } = figureOf(query).selected;
    expect(read("a", query)).toBe(
      `scale a of beak_length_mm in example 2: drawn at random in step 50 a = ${number(adjustment!.scale)}`,
    );
    expect(read("b", query)).toContain(`b = ${number(adjustment!.bias)}`);
  });
});

it("a selected row is the one cell that is selected, and the one to which Tab leads", () => {
  const { grid } = figureOf("stage=output&channel=1&example=3");
  const changed = withSelectedRow(grid, "gamma", 1);
  const states = changed.rows.map(({ key, cells }) => [key, cells[1]!.state]);
  expect(states.filter(([, state]) => state === "selected")).toEqual([["gamma", "selected"]]);
  expect(states.filter(([, state]) => state === "followed")).toEqual([["x3", "followed"]]);
  expect(changed.rows[3]!.cells[1]!.description).toMatch(/, the selected example$/);
  expect(changed.reached).toEqual({ row: "gamma", column: 1 });
});

it("the adjustment's stage names what it multiplies", () => {
  const symbol = (query: string): string => figureOf(query).stage.symbol;
  expect(symbol("stage=adjustment&adjustment=scale:0.1,bias:0")).toBe("x̂·a + b");
  expect(symbol("stage=adjustment&adjustment=scale:0.1,bias:0&renorm=true")).toBe("u·a + b");
});
