/**
 * Measures how long a page is busy when it opens, and changes of controls take to the painted frame: of every figure
 * its main control and its time-line, in the real browser. Nothing here passes or fails; machines differ. Names of figures measure these only.
 */
import { chromium } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { widgetList } from "@/components/widgets/registry";
import { prepareBrowser } from "../support/browser";
import { playgroundPage } from "../support/pages";
import { verdictsOn } from "./controls/aims";
import type { MeasuredChange, Verdict } from "./controls/aims";
import { measuredChanges } from "./controls/change";
import { mainControlOf } from "./controls/main-control";
import { longestOpeningTask } from "./controls/opening";
import { serveBuiltSite } from "./serve-built-site";
import { summary } from "./summary";

const count = Number(process.env["BENCH_CHANGES"] ?? "60");
const settled = '[aria-busy="false"] > [role="group"][data-live]';
const stepSlider = 'input[aria-label="step slider"]';

interface Measured {
  readonly what: string;
  readonly changes: readonly MeasuredChange[];
}

interface MeasuredFigure {
  readonly opening: { readonly what: string; readonly blockMs: number };
  readonly found: readonly Measured[];
}

const steppedThrough = (page: Page): Promise<readonly MeasuredChange[]> =>
  measuredChanges(page, stepSlider, { count, isSwitch: false });

/** Opens a figure at its start and changes its main control, then its step, and that of a long run, at last with its tables. */
async function measured(
  browser: Browser,
  url: string,
  widget: (typeof widgetList)[number],
): Promise<MeasuredFigure> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const address = `${url}/${playgroundPage(widget.id)}`;
  const openingMs = await longestOpeningTask(browser, page, { address, settled });
  const { name, selector, isSwitch } = await mainControlOf(page, widget);
  const found: Measured[] = [
    {
      what: `${widget.id}, ${name}`,
      changes: await measuredChanges(page, selector, { count, isSwitch }),
    },
  ];
  if ((await page.locator(stepSlider).count()) > 0) {
    found.push({ what: `${widget.id}, step`, changes: await steppedThrough(page) });
    await page.goto(`${address}?steps=10000&step=5000`);
    await page.locator(settled).waitFor({ timeout: 120_000 });
    found.push({ what: `${widget.id}, step of 10,000`, changes: await steppedThrough(page) });
    await page.getByText("The numbers behind the figure").click();
    found.push({
      what: `${widget.id}, step of 10,000 with tables`,
      changes: await steppedThrough(page),
    });
  }
  await page.close();
  return { opening: { what: `${widget.id}, opening`, blockMs: openingMs }, found };
}

const asMissed = ({ what, measuredMs, aimMs }: Verdict): string =>
  `${what} ${measuredMs.toFixed(1)} ms, not ${aimMs}`;

function report({ what, changes }: Measured): readonly string[] {
  const verdicts = verdictsOn(changes);
  const block = verdicts.at(-1)?.measuredMs ?? 0;
  console.log(`${what}:`);
  console.log(
    summary(
      "own work: script, style, layout",
      changes.map(({ ownMs }) => ownMs),
    ),
  );
  console.log(
    summary(
      "key to painted frame, with worker",
      changes.map((each) => each.toPaintMs),
    ),
  );
  console.log(
    `  longest block                          ${block < 50 ? "below 50 ms" : `${block.toFixed(0)} ms`}`,
  );
  return verdicts.filter(({ isMet }) => !isMet).map((each) => `${what}: ${asMissed(each)}`);
}

function reportOpening({ what, blockMs }: MeasuredFigure["opening"]): readonly string[] {
  console.log(`${what}:\n  longest task of the main thread        ${blockMs.toFixed(0)} ms`);
  return blockMs < 50 ? [] : [`${what}: longest task ${blockMs.toFixed(1)} ms, not 50`];
}

const asked = process.argv.slice(2);
const widgets = widgetList.filter(({ id }) => asked.length === 0 || asked.includes(id));
const site = await serveBuiltSite();
const { executablePath, env } = await prepareBrowser();
// The tests switch optimizations off to get the same pixels everywhere; readers have them.
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  ...(env !== undefined && { env }),
  args: ["--no-sandbox", "--headless=shell", "--disable-gpu", "--disable-background-networking"],
});
console.log(
  `${count} changes each, at the figure's start, 1440 × 900. Aims of own work: 16.7 ms, 33 ms at p95.`,
);
const missed: string[] = [];
for (const widget of widgets) {
  const { opening, found } = await measured(browser, site.url, widget);
  missed.push(...reportOpening(opening), ...found.flatMap(report));
}
await browser.close();
site.close();
console.log(missed.length === 0 ? "All aims are met." : `Missed:\n  ${missed.join("\n  ")}`);
