import { expect, test, type Page } from "@playwright/test";
import { dialog, dialogButton } from "../support/own-table";
import { allPages, figurePages, titleOf } from "../support/pages";
import { control, openFigure } from "../support/site";
import { openTables } from "../support/tables";
import { settle } from "../support/visual";

/** From a small phone to a wall. */
const widths = [320, 1440, 3840];

/** What makes the page wider than its window. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const reaching = Array.from(document.querySelectorAll("body *")).filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = reaching.map(
      ({ tagName, textContent }) => `${tagName} ${textContent.slice(0, 40)}`,
    );
    return [`${scrollWidth} px`, ...names];
  });

async function expectNoSidewaysScrolling(page: Page, at = widths): Promise<void> {
  for (const width of at) {
    await page.setViewportSize({ width, height: 900 });
    expect(await tooWide(page), `${width} px`).toEqual([]);
  }
}

for (const address of allPages) {
  test(`Nothing of ${titleOf(address)} scrolls sideways at any width.`, async ({ page }) => {
    await page.goto(address);
    await settle(page);
    // Pages of arguments differ in their words only, which a narrow screen may cut off.
    const isOneOfMany = address.startsWith("docs/") && !figurePages.includes(address);
    await expectNoSidewaysScrolling(page, isOneOfMany ? [320] : widths);
  });
}

test("Long numbers, open tables, notices and the dialog fit at any width.", async ({ page }) => {
  await openFigure(
    page,
    "playground?data=heavy-tail&means=-123456.789,2,3&epsilon=many&momentum=0.999&moving_variance_initializer=123456789",
  );
  await openTables(page);
  await settle(page);
  await expectNoSidewaysScrolling(page);
  await control(page, "data").selectOption("own");
  await dialogButton(page).click();
  await expect(dialog(page)).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await page.setViewportSize({ width: 320, height: 480 });
  await dialog(page).getByRole("button", { name: "Read the table" }).scrollIntoViewIfNeeded();
  await expect(dialog(page).getByRole("button", { name: "Read the table" })).toBeInViewport();
});

test("Every control can be reached on a screen of 320 px.", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await openFigure(page, "playground?momentum=0.5");
  const controls = page
    .getByRole("main")
    .locator(
      "button:enabled, select, input:not([type=range], [aria-hidden]), [role=switch], a[href]",
    )
    .filter({ visible: true });
  expect(await controls.count()).toBeGreaterThan(30);
  for (const each of await controls.all()) {
    await each.click({ trial: true });
    const { x, width } = (await each.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(320);
  }
});
