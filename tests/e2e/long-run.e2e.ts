import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { defaultProfile } from "@/engine/spec/profiles";
import { fusedVariance } from "@/engine/training/fused-variance";
import { trainingRun } from "@/engine/training/training-run";
import { control, expectLink, figureReady, notices, openFigure } from "../support/site";
import { openTables, readRows } from "../support/tables";

const bar = (page: Page) => page.getByRole("progressbar", { name: "Steps done" });
const stop = (page: Page) => page.getByRole("button", { name: "Stop", exact: true });

/** What the engine computes here, in Node; rows of the table of statistics. */
function computed(
  run: { readonly channels: number; readonly steps: number; readonly channel: number },
  rows: readonly number[],
): readonly (readonly string[])[] {
  const { channels, steps, channel } = run;
  const source = syntheticSource(
    {
      kind: "gaussian",
      channels,
      means: [3, 0, -20],
      deviations: [1, 2, 10],
      driftPerStep: 0.02,
      degreesOfFreedom: 3,
    },
    4,
    1,
  );
  const { statistics, part } = trainingRun({}, source, steps, { channel });
  const at = (values: Float64Array, row: number): string =>
    row < 0 ? "–" : String(values[row * part.count + channel - part.first]);
  const fused = fusedVariance(statistics, {}, { profile: defaultProfile, seed: 1, batchSize: 4 })!;
  return rows.map((row) => [
    String(row),
    at(statistics.batchMean, row - 1),
    at(statistics.movingMean, row),
    at(statistics.populationMean, row - 1),
    at(statistics.batchVariance, row - 1),
    at(statistics.movingVariance, row),
    at(statistics.populationVariance, row - 1),
    at(fused, row),
  ]);
}

const fromTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

test("A long run shows how far it is, stops when told to, and leaves the figure as it was.", async ({
  page,
}) => {
  let workers = 0;
  page.on("worker", () => (workers += 1));
  await openFigure(page, "playground?data=gaussian&channels=256&batch_size=256&steps=20&step=7");
  await openTables(page);
  const before = await readRows(page, /^Statistics of /);

  await control(page, "steps").fill("10000");
  await expect(bar(page)).toBeVisible();
  await expect(bar(page)).toHaveAttribute("max", "10000");
  const seen = Number(await bar(page).getAttribute("value"));
  expect(seen).toBeGreaterThan(0);
  await expect
    .poll(async () => Number(await bar(page).getAttribute("value")))
    .toBeGreaterThan(seen);

  await stop(page).focus();
  await page.keyboard.press("Enter");
  await expect(bar(page)).toHaveCount(0);
  await expect(notices(page)).toContainText(
    /^The run was stopped at step [\d,]+ of 10,000\. The figure shows the last result there was\./,
  );
  expect(await readRows(page, /^Statistics of /)).toEqual(before);
  await expectLink(page, {
    data: "gaussian",
    channels: "256",
    batch_size: "256",
    steps: "10000",
    step: "7",
  });

  await page.getByRole("button", { name: "Run it again" }).click();
  await expect(bar(page)).toBeVisible();
  await expect(notices(page)).toHaveCount(0);
  await control(page, "steps").fill("20");
  await figureReady(page);
  await expect(bar(page)).toHaveCount(0);
  expect(await readRows(page, /^Statistics of /)).toEqual(before);
  expect(workers).toBe(1);
});

test("The numbers of a run of 10,000 steps are the engine's, on every page of its table.", async ({
  page,
}) => {
  const query = "data=gaussian&channels=40&batch_size=4&steps=10000";
  await openFigure(page, `playground?${query}&step=9990&channel=33`);
  await expect(notices(page)).toHaveText(
    "A run this long keeps the numbers of 8 of its 40 channels: 32 to 39. For a channel beyond these it is run again.",
  );
  await openTables(page);
  const pages = page.getByRole("group", { name: "Pages of Statistics of channel 33" });
  await expect(pages).toContainText("rows 9,901 to 10,000 of 10,001");
  const run = { channels: 40, steps: 10_000, channel: 33 };
  expect(await readRows(page, /^Statistics of /)).toEqual(computed(run, fromTo(9900, 9999)));
  await pages.getByRole("button", { name: "Last" }).click();
  expect(await readRows(page, /^Statistics of /)).toEqual(computed(run, [10_000]));
  await pages.getByRole("button", { name: "First" }).click();
  expect(await readRows(page, /^Statistics of /)).toEqual(computed(run, fromTo(0, 99)));

  await control(page, "step slider").press("ArrowRight");
  await expect(pages).toContainText("rows 9,901 to 10,000 of 10,001");
  await figureReady(page);

  await control(page, "channel").selectOption("2");
  await expect(page.getByRole("region", { name: "Statistics of channel 2" })).toBeVisible();
  await figureReady(page);
  expect(await readRows(page, /^Statistics of /)).toEqual(
    computed({ ...run, channel: 2 }, fromTo(9900, 9999)),
  );
});

test("What comes after a long run does not wait for it.", async ({ page }) => {
  let workers = 0;
  page.on("worker", () => (workers += 1));
  await openFigure(page, "playground");
  await control(page, "data").selectOption("digits");
  await figureReady(page);
  await control(page, "batch_size").fill("4096");
  await control(page, "steps").fill("10000");
  await expect(bar(page)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await control(page, "steps").fill("50");
  await control(page, "batch_size").fill("32");
  await figureReady(page);
  await expectLink(page, { data: "digits", steps: "50" });
  await expect(page.getByRole("status").filter({ hasText: "of 50" })).toBeVisible();
  expect(workers).toBe(1);
});
