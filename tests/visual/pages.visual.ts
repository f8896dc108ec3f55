import { expect } from "@playwright/test";
import { pageScreenshots } from "../support/screenshots";
import { openFigure } from "../support/site";
import { settle, test } from "../support/visual";

/** What a reader scrolls through at first; the rest of a page is text. */
const heights: Readonly<Record<number, number>> = { 320: 2200, 1440: 1300 };

for (const { file, address, width, colorScheme } of pageScreenshots) {
  test(`The page looks as in ${file}.`, async ({ page }) => {
    await page.setViewportSize({ width, height: heights[width]! });
    await page.emulateMedia({ colorScheme });
    await openFigure(page, address);
    await settle(page);
    await expect(page).toHaveScreenshot(file);
  });
}
