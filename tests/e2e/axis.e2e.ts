import { expect, test, type Page } from "@playwright/test";
import { grouping } from "@/engine/inspection/grouping";
import type { GroupingOptions } from "@/engine/inspection/grouping";
import { defaultProfile } from "@/engine/spec/profiles";
import {
  expectLink,
  figure,
  figureReady,
  notices,
  openFigure,
  sentence,
  writeInto,
} from "../support/site";
import { openTables, readRows } from "../support/tables";

const home = "playground/axis";

const axisButton = (page: Page, axis: number) =>
  page.getByRole("button", { name: new RegExp(`^axis ${axis} or −`) });

const cell = (page: Page, index: string) =>
  page.getByRole("gridcell", { name: `Element [${index}]`, exact: false });

/** What the engine computes here, in Node: a row per element and a row per statistic, as the tables show them. */
function computed(axis: number | readonly number[], options: Partial<GroupingOptions> = {}) {
  const { values, shared, shape } = grouping({
    layer: { axis, epsilon: 0.001, fused: null, virtual_batch_size: null },
    shape: [2, 4, 4, 3],
    dataFormat: "channels_last",
    seed: 1,
    profile: defaultProfile,
    ...options,
  });
  if (shared === null) throw new Error("refused");
  const size = (from: number) => shape.slice(from).reduce((product, n) => product * n, 1);
  return {
    elements: Array.from(values, (x, i) => [
      `[${shape.map((n, at) => Math.floor(i / size(at + 1)) % n).join(", ")}]`,
      String(shared.statisticOf[i]),
      String(x),
      String(shared.normalized[i]),
      String(shared.outputs[i]),
    ]),
    statistics: Array.from(shared.mean, (mean, s) => [
      String(s),
      String(mean),
      String(shared.variance[s]),
      String(shared.samplesPerStatistic),
    ]),
  };
}

async function shown(page: Page) {
  await openTables(page);
  await figureReady(page);
  return {
    elements: await readRows(page, /^Elements of the inputs/),
    statistics: await readRows(page, /^Means and variances by/),
  };
}

test("Clicking axes keeps them or averages over them; the numbers are the engine's.", async ({
  page,
}) => {
  // It reads some thousand cells of tables.
  test.slow();
  await openFigure(page, home);
  expect(await shown(page)).toEqual(computed(-1));

  await axisButton(page, 1).click();
  await expectLink(page, { axis: "1,3" });
  await expect(sentence(page)).toContainText("axis=[1, 3] keeps every position along the height");
  await expect(axisButton(page, 1)).toHaveAttribute("aria-pressed", "true");
  expect(await shown(page)).toEqual(computed([1, 3]));

  await axisButton(page, 3).click();
  await expectLink(page, { axis: "1" });
  await expect(sentence(page)).toContainText("4 means and 4 variances");
  expect(await shown(page)).toEqual(computed(1));

  // The only axis that is kept stays.
  await axisButton(page, 1).press("Space");
  await expectLink(page, { axis: "1" });

  await page.getByRole("button", { name: "images, channels first" }).click();
  await expectLink(page, { axis: "1", shape: "2,3,4,4", data_format: "channels_first" });
  await expect(sentence(page)).toContainText("axis=1 keeps the channels apart");
  expect(await shown(page)).toEqual(
    computed(1, { shape: [2, 3, 4, 4], dataFormat: "channels_first" }),
  );

  await page.getByLabel("Size of axis 1").selectOption("2");
  await expect(sentence(page)).toContainText("2 means and 2 variances");
  await page.getByRole("switch", { name: "layer_normalization" }).click();
  await expect(sentence(page)).toContainText("Layer normalization keeps the examples apart");
  expect(await shown(page)).toEqual(
    computed(1, {
      shape: [2, 2, 4, 4],
      dataFormat: "channels_first",
      isLayerNormalization: true,
    }),
  );
});

test("The arrow keys lead from element to element and light up all that share its statistic.", async ({
  page,
}) => {
  await openFigure(page, home);
  const lit = figure(page).locator('[data-state="sharing"], [data-state="selected"]');
  await expect(lit).toHaveCount(0);
  await page.getByLabel("Size of axis 3").focus();
  await page.keyboard.press("Tab");
  await expect(cell(page, "0, 0, 0, 0")).toBeFocused();
  await expect(lit).toHaveCount(32);
  await expect(
    page.getByRole("heading", { name: "Element [0, 0, 0, 0], channel 0" }),
  ).toBeVisible();

  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(cell(page, "0, 1, 1, 1")).toBeFocused();
  await expect(cell(page, "0, 1, 1, 1")).toHaveAttribute("aria-selected", "true");
  await expect(
    page.getByRole("heading", { name: "Element [0, 1, 1, 1], channel 1" }),
  ).toBeVisible();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("End");
  await expect(cell(page, "1, 3, 3, 2")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(lit).toHaveCount(0);

  await axisButton(page, 0).focus();
  await page.keyboard.press("Space");
  await expectLink(page, { axis: "0,3" });
});

test("A refused axis is told in the layer's words, and the tensor stays without groups.", async ({
  page,
}) => {
  await openFigure(page, home);
  await writeInto(page, "axis", "3, -1");
  await expectLink(page, { axis: "3,-1" });
  await expect(notices(page)).toHaveText(
    "ValueError: Duplicate axis: axis must name each axis once for inputs of rank 4. Received: axis=[3, -1]",
  );
  await expect(sentence(page)).toContainText("the layer refuses inputs of shape [2, 4, 4, 3]");
  await expect(figure(page).locator("[data-tone]:not(.notice)")).toHaveCount(0);
  await page.goBack();
  await expectLink(page, {});
  await expect(notices(page)).toHaveCount(0);
});

test("A tensor too large to draw is refused beside the last one that was drawn.", async ({
  page,
}) => {
  await openFigure(page, `${home}?shape=8,8,8,8`);
  await expect(notices(page)).toContainText(
    "shape must be of at most 512 elements to be drawn. Received: shape=[8, 8, 8, 8].",
  );
  await expect(page.getByRole("gridcell")).toHaveCount(96);
});

test("A wide tensor scrolls in its own box, never the page.", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await openFigure(page, `${home}?shape=2,3,3,3,2`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await cell(page, "1, 2, 2, 2, 1").click();
  await expect(cell(page, "1, 2, 2, 2, 1")).toBeInViewport();
});

test("The picture holds the tensor, its axes and what follows from them.", async ({ page }) => {
  await openFigure(page, `${home}?shape=8,4`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("axis-8x4.svg");
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const svg = Buffer.concat(chunks).toString("utf8");
  for (const text of [
    "inputs of shape [8, 4]",
    "axis 1: features",
    "averaged over axes",
    "not fused",
  ]) {
    expect(svg).toContain(text);
  }
});
