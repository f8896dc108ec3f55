import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RunProgress } from "@/components/workbench/run-progress";

it("says how far a run is, as a named bar and in words, and offers to stop it", () => {
  const stop = (): void => undefined;
  const markup = renderToStaticMarkup(
    createElement(RunProgress, { done: 1234, steps: 10_000, stop }),
  );
  expect(markup).toContain(
    '<progress aria-label="Steps done" aria-valuetext="1,234 of 10,000 steps" value="1234" max="10000">',
  );
  expect(markup).toContain(">1,234 of 10,000 steps</span>");
  expect(markup).toContain(">Stop</button>");
});
