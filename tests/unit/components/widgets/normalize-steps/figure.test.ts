import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Figure } from "@/components/widgets/normalize-steps/figure";
import { Reading } from "@/components/widgets/normalize-steps/reading";
import { figureOf } from "./support";

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const drawn = (query: string, isLive = true): string =>
  renderToStaticMarkup(
    createElement(Figure, {
      model: figureOf(query),
      ...(isLive && { onChange: () => undefined }),
    }),
  );
const read = (query: string): string =>
  textOf(renderToStaticMarkup(createElement(Reading, { model: figureOf(query) })));
const count = (markup: string, pattern: RegExp): number => [...markup.matchAll(pattern)].length;

describe("the figure as markup", () => {
  it("has a cell for every number, to one of which Tab leads", () => {
    const markup = drawn("");
    expect(count(markup, /role="gridcell"/g)).toBe((6 + 2) * 4);
    expect(count(markup, /role="gridcell"[^>]*tabindex="0"/g)).toBe(1);
    expect(count(markup, /role="gridcell"[^>]*aria-selected="true"[^>]*tabindex="0"/g)).toBe(1);
  });

  it("can be used nowhere in a poster, which holds the same cells", () => {
    const poster = drawn("", false);
    expect(count(poster, /role="gridcell"/g)).toBe((6 + 2) * 4);
    expect(count(poster, /role="gridcell"[^>]*tabindex/g)).toBe(0);
    expect(count(poster, /<button[^>]*disabled=""/g)).toBe(5 + 2);
  });

  it("marks what was edited", () => {
    expect(count(drawn("edits=50.1.2:9,50.3.3:8"), /, edited input"/g)).toBe(2);
  });
});

describe("the reading", () => {
  it("leads from the input to the stage with all numbers filled in", () => {
    const { selected, sharers } = figureOf("");
    const number = (value: number): string => value.toPrecision(5).replace("-", "−");
    const text = read("");
    expect(text).toContain(`x = ${sharers[0]!.input.toPrecision(3)}`);
    expect(text).toContain(`/ 6 = ${number(selected.mean)}`);
    expect(text).toContain(`= ${number(selected.normalized)}`);
    expect(text).not.toContain("output: y");
  });

  it("says what was clipped, and to what", () => {
    const text = read(
      "stage=renorm&renorm=true&renorm_clipping=rmax:1.25,dmax:0.5&renorm_momentum=0.9",
    );
    expect(text).toMatch(/at most 1\.25 r = √\( [\d.]+ \+ 0\.001\) \/ [\d.]+ = /);
    expect(text).toMatch(/at least −0\.5, at most 0\.5 d = .*, clipped to (−)?0\.5/);
  });

  it("writes γ, β and an adjustment", () => {
    expect(read("stage=output&gamma_initializer=2&beta_initializer=-3")).toMatch(
      /y = 2 · \(?−?[\d.]+\)? − 3 = −?[\d.]+/,
    );
    expect(read("stage=output&adjustment=scale:0.1,bias:0.1")).toMatch(
      /output: y = γ · w \+ β y = 1 · /,
    );
  });

  it("divides nothing by 0 where the mask leaves no input", () => {
    const text = read("padding=6&mask=true&stage=variance");
    expect(text).toContain("mean of no input: the mask leaves none, and 0 / 0 counts as 0 μ = 0");
    expect(text).toContain(
      "variance of no input: the mask leaves none, and 0 / 0 counts as 0 v = 0",
    );
    expect(text).not.toContain("()");
  });
});
