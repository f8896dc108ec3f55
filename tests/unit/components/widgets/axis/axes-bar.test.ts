import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AxesBar } from "@/components/widgets/axis/axes-bar";
import { figureOf } from "./support";

const markupOf = (query: string): string =>
  renderToStaticMarkup(
    createElement(AxesBar, { model: figureOf(query), onChange: () => undefined }),
  );

const statesIn = (markup: string): readonly string[] =>
  [...markup.matchAll(/class="[^"]*state[^"]*">([^<]*)</g)].map(([, state]) => state!);

describe("what the boxes of the axes say", () => {
  it("is what is averaged, where something is", () => {
    expect(statesIn(markupOf(""))).toEqual(["averaged", "averaged", "averaged", "kept"]);
  });

  it("is what the argument names, where the layer refused", () => {
    const markup = markupOf("axis=1,4");
    expect(statesIn(markup)).toEqual(["not named", "named", "not named", "not named"]);
    expect(markup).not.toContain("averaged");
    expect(markup).not.toContain("data-kept");
  });

  it("is in sight, why the last axis stays, and described by it", () => {
    const markup = markupOf("");
    const [, id] = /<p[^>]*id="([^"]+)">Axis 3 is the only one, and one there must be/.exec(
      markup,
    )!;
    expect(markup).toContain(`aria-describedby="${id}"`);
    expect(markup.split(`aria-describedby="${id}"`)).toHaveLength(2);
    expect(markupOf("axis=1,3")).not.toContain("the only one");
    expect(markupOf("layer_normalization=true")).toContain(
      "Layer normalization takes no axis here",
    );
  });
});

it("the strips of the tensor name their axes and count nothing", () => {
  expect(figureOf("shape=2,3,3,3,2").axisNames.map(({ text }) => text)).toEqual([
    "axis 0: batch",
    "axis 1: time",
    "axis 2: height",
    "axis 3: width",
    "axis 4: channels",
  ]);
});

it("a strip too short for its number has the name alone", () => {
  expect(figureOf("shape=1,4").axisNames.map(({ text }) => text)).toEqual([
    "batch",
    "axis 1: features",
  ]);
  expect(figureOf("shape=8,4").axisNames[0]?.text).toBe("axis 0: batch");
});
