/**
 * Measures how long a change of a control takes to the painted frame: 100 key presses on the momentum slider of
 * the default figure, in the real browser. Nothing here passes or fails; machines differ.
 */
import { chromium } from "@playwright/test";
import type { CDPSession, Page } from "@playwright/test";
import { prepareBrowser } from "../support/browser";
import { serveBuiltSite } from "./serve-built-site";
import { summary } from "./summary";

const changes = 100;

interface Timed {
  /** From the key press until the marks of the new run are in the document. */
  readonly toMarksMs: number;
  /** From the key press until the frame with them has been painted. */
  readonly toPaintMs: number;
}

/** Presses a key on the slider and waits, inside the page, for the moving line to change and be painted. */
const changeOnce = (page: Page, key: string): Promise<Timed> =>
  page.evaluate(async (pressed) => {
    const slider = document.querySelector<HTMLInputElement>('input[aria-label="momentum slider"]');
    const figure = document.querySelector('[aria-busy] [role="group"]');
    if (slider === null || figure === null) throw new Error("the figure is not there");
    slider.focus();
    const marks = new Promise<number>((resolve) => {
      const observer = new MutationObserver((records) => {
        if (!records.some(({ target }) => target instanceof SVGPathElement)) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(figure, { subtree: true, attributes: true, attributeFilter: ["d"] });
    });
    const start = performance.now();
    slider.dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true }));
    const toMarksMs = (await marks) - start;
    // A task posted from an animation frame runs after that frame's paint.
    const painted = await new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
    return { toMarksMs, toPaintMs: painted - start };
  }, key);

interface Work {
  /** What the page asked for: scripts, styles and layout. */
  readonly ownMs: number;
  /** All that kept the main thread busy, the browser's painting and messaging included. */
  readonly mainThreadMs: number;
}

/** How long the page has worked since it was opened. */
async function workSoFar(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send("Performance.getMetrics");
  const ms = (name: string): number =>
    (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
  return {
    ownMs: ms("ScriptDuration") + ms("RecalcStyleDuration") + ms("LayoutDuration"),
    mainThreadMs: ms("TaskDuration"),
  };
}

const site = await serveBuiltSite();
const { executablePath, env } = await prepareBrowser();
// The tests switch optimizations off to get the same pixels everywhere; readers have them.
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  ...(env !== undefined && { env }),
  args: ["--no-sandbox", "--headless=shell", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const session = await page.context().newCDPSession(page);
await session.send("Performance.enable");
await page.goto(`${site.url}/playground`);
await page.locator('[aria-busy="false"] [role="group"]').waitFor();

const timed: (Timed & Work)[] = [];
for (let i = -10; i < changes; i++) {
  const before = await workSoFar(session);
  // There and back over ten stops, so that no change meets a run that is still remembered from just before.
  const key = Math.floor((i + 20) / 10) % 2 === 0 ? "ArrowRight" : "ArrowLeft";
  const times = await changeOnce(page, key);
  const after = await workSoFar(session);
  const ownMs = after.ownMs - before.ownMs;
  const mainThreadMs = after.mainThreadMs - before.mainThreadMs;
  if (i >= 0) timed.push({ ...times, ownMs, mainThreadMs });
}
await browser.close();
site.close();

console.log(`${changes} changes of momentum, default figure, 1440 × 900:`);
const lines = [
  ["own work: script, style, layout", "ownMs"],
  ["main thread in all", "mainThreadMs"],
  ["key press to new marks (with worker)", "toMarksMs"],
  ["key press to painted frame", "toPaintMs"],
] as const;
for (const [what, field] of lines) {
  console.log(
    summary(
      what,
      timed.map((times) => times[field]),
    ),
  );
}
