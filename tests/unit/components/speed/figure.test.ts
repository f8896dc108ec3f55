import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RatioFigure } from "@/components/speed/ratio-figure";
import { speedModel } from "@/components/speed/speed-model";
import { report } from "./report";

const { figures, ratioDomain } = speedModel(report);
const markup = renderToStaticMarkup(
  createElement(RatioFigure, { model: figures[0]!, domain: ratioDomain }),
);
const count = (pattern: RegExp): number => [...markup.matchAll(pattern)].length;

test("a panel says its numbers to who cannot see it", () => {
  expect(markup).toContain(
    'aria-label="forward on [64, 2], times the floor: wasm 2.5, reference 1,000, jax not measured, jax by hand not measured, tfjs-wasm not measured, tfjs-wasm by hand not measured, tfjs-cpu not measured."',
  );
  expect(count(/role="img"/g)).toBe(2);
});

test("every contender has a row with its number, and a bar where it was measured", () => {
  expect(count(/not measured<\/span>/g)).toBe(3 + 5);
  expect(count(/ ×<\/span>/g)).toBe(4 + 2);
  expect(count(/<circle /g)).toBe(4 + 2);
});

test("a bar begins at the floor and ends at its ratio", () => {
  const end = `${Math.round((10_000 * Math.log(2.5)) / Math.log(3000)) / 100}%`;
  expect(markup).toContain(`<line x1="0%" x2="${end}"`);
});
