import { expect, test, type Page } from "@playwright/test";
import { widgetList } from "@/components/widgets/registry";
import { figureReady, openFigure } from "../support/site";

const list = (page: Page) => page.getByRole("navigation", { name: "Figures" });
const opener = (page: Page) => list(page).locator("summary");
const link = (page: Page, title: string) => list(page).getByRole("link", { name: title });

const narrow = { width: 320, height: 640 };

test("On a wide screen all figures are in sight, the current one marked.", async ({ page }) => {
  await page.setViewportSize({ width: 860, height: 700 });
  await page.goto("playground/frozen");
  await expect(opener(page)).toBeHidden();
  await expect(list(page).getByRole("link")).toHaveText(widgetList.map(({ title }) => title));
  await expect(list(page).locator("[aria-current=page]")).toHaveText("A frozen layer");
  await page.emulateMedia({ media: "print" });
  await expect(list(page)).toBeHidden();
});

test("On a narrow screen they are one line, which keys open, and which closes when one is chosen.", async ({
  page,
}) => {
  await page.setViewportSize(narrow);
  await openFigure(page, "playground?momentum=0.5");
  await expect(list(page).getByRole("link")).toHaveCount(0);
  expect((await list(page).boundingBox())!.height).toBeLessThan(50);
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();

  await opener(page).focus();
  await page.keyboard.press("Enter");
  await expect(list(page).getByRole("link")).toHaveCount(widgetList.length);
  for (const each of await list(page).getByRole("link").all()) {
    const { x, width } = (await each.boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(narrow.width);
  }
  await page.keyboard.press("Space");
  await expect(link(page, "A frozen layer")).toBeHidden();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(link(page, widgetList[0]!.title)).toBeFocused();

  await link(page, "A frozen layer").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A frozen layer");
  await figureReady(page);
  await expect(link(page, "A frozen layer")).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/playground\?momentum=0\.5$/);
  await figureReady(page);
});

test("A change of the figure and its undoing leave the list as the reader has it.", async ({
  page,
}) => {
  await page.setViewportSize(narrow);
  await openFigure(page, "playground");
  await opener(page).click();
  await page.getByRole("navigation", { name: "Presets" }).getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/\?/);
  await expect(link(page, "A frozen layer")).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/\?/);
  await expect(link(page, "A frozen layer")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the line opens, too, and its links lead to their pages.", async ({ page }) => {
    await page.setViewportSize(narrow);
    await page.goto("playground");
    await expect(list(page).getByRole("link")).toHaveCount(0);
    await opener(page).click();
    await link(page, "Fused or not").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fused or not");
  });
});
