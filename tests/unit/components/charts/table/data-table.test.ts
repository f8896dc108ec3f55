import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DataTable } from "@/components/charts/table/data-table";

const table = (count: number, highlightedRow?: number): string =>
  renderToStaticMarkup(
    createElement(DataTable, {
      caption: "Steps",
      columns: ["step"],
      rows: Array.from({ length: count }, (_, i) => [i]),
      fileName: "steps",
      ...(highlightedRow !== undefined && { highlightedRow }),
    }),
  );
const shown = (markup: string): readonly number[] =>
  [...markup.matchAll(/<data value="(\d+)"/g)].map(([, value]) => Number(value));
const fromTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("a table of numbers", () => {
  it("shows up to 250 rows at once", () => {
    const markup = table(250, 3);
    expect(shown(markup)).toEqual(fromTo(0, 249));
    expect(markup).not.toContain("Pages of");
  });

  it.each<[number, number | undefined, [number, number], string]>([
    [251, undefined, [0, 99], "rows 1 to 100 of 251"],
    [251, 250, [200, 250], "rows 201 to 251 of 251"],
    [10_001, 5000, [5000, 5099], "rows 5,001 to 5,100 of 10,001"],
    // A run that became shorter may still highlight a step beyond its end.
    [300, 5000, [200, 299], "rows 201 to 300 of 300"],
  ])("of %i rows shows the page with row %s", (count, highlighted, [from, to], words) => {
    const markup = table(count, highlighted);
    expect(shown(markup)).toEqual(fromTo(from, to));
    expect(markup.replaceAll("<!-- -->", "")).toContain(words);
  });

  it("highlights its row on that page only", () => {
    expect(table(600, 599).match(/data-highlighted=""/g)).toHaveLength(1);
    expect(table(600, 599)).toMatch(/<tr data-highlighted=""><td><data value="599">/);
  });
});
