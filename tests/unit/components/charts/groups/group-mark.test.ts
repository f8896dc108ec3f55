import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { groupMark } from "@/components/charts/groups/group-mark";

const css = readFileSync(new URL("../../../../../app/globals.css", import.meta.url), "utf8");

const pair = (name: string): readonly string[] =>
  new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css)!.slice(1);

/** The relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

it("30 groups in a row have 30 different marks, and neighbours differ in colour and shape", () => {
  const marks = Array.from({ length: 30 }, (_, i) => groupMark(i));
  expect(new Set(marks.map(({ colour, shape }) => `${colour} ${shape}`)).size).toBe(30);
  marks.slice(1).forEach((mark, i) => {
    expect(mark.colour).not.toBe(marks[i]!.colour);
    expect(mark.shape).not.toBe(marks[i]!.shape);
  });
});

it("every colour of a group stands out from the paper by 3 to 1, in light and dark", () => {
  const papers = pair("paper").map(luminance);
  for (let group = 0; group < 6; group++) {
    pair(`ghost-${group}`).forEach((colour, theme) => {
      const [low, high] = [luminance(colour), papers[theme]!].sort((a, b) => a - b);
      expect((high! + 0.05) / (low! + 0.05), colour).toBeGreaterThanOrEqual(3);
    });
  }
});
