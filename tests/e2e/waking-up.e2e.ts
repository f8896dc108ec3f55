import { expect, test, type Page } from "@playwright/test";
import { figurePages, titleOf } from "../support/pages";
import { figure, figureReady, sentence } from "../support/site";

/** Whatever the figure draws: plots, rows of marks, or the cells of a tensor. */
const drawings = (page: Page) => figure(page).locator("svg[aria-label], [role=img]");

/** Where the parts of a figure lie. */
const layoutOf = async (page: Page) => ({
  figure: await figure(page).boundingBox(),
  firstPlot: await drawings(page).first().boundingBox(),
  lastPlot: await drawings(page).last().boundingBox(),
  sentence: await sentence(page).boundingBox(),
});

/** Opens a page whose scripts arrive only when the returned function is called. */
async function openAsleep(page: Page, address: string): Promise<() => void> {
  let wake = (): void => undefined;
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route(/\.js($|[?#])/, async (route) => {
    await awake;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => document.readyState !== "loading");
  await expect(drawings(page).first()).toBeVisible();
  await page.evaluate(async () => {
    const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
    do {
      await document.fonts.ready;
      await nextFrame();
      await nextFrame();
    } while (document.fonts.status === "loading");
  });
  return wake;
}

/** Adds up the shifts of the page's content from now on. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  const handle = await page.evaluateHandle(() => {
    let sum = 0;
    const add = (entries: readonly PerformanceEntry[]): void => {
      for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift" });
    return {
      sum: (): number => {
        add(observer.takeRecords());
        return sum;
      },
    };
  });
  return () =>
    handle.evaluate(
      ({ sum }) =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum())));
        }),
    );
}

for (const address of figurePages) {
  for (const width of [390, 1280]) {
    test(`Waking up moves nothing on ${titleOf(address)}, ${width} px wide.`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const wake = await openAsleep(page, address);
      await expect(figure(page)).not.toHaveAttribute("data-live");
      const asleep = await layoutOf(page);
      const shifted = await watchShifts(page);
      wake();
      await figureReady(page);
      expect(await layoutOf(page)).toEqual(asleep);
      expect(await shifted()).toBeLessThan(0.01);
    });
  }
}
