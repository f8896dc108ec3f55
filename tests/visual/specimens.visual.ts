import { expect } from "@playwright/test";
import { specimenScreenshots } from "../support/screenshots";
import { openFigure } from "../support/site";
import { settle, test } from "../support/visual";

for (const { file, address, width, height, colorScheme } of specimenScreenshots) {
  test(`The specimen looks as in ${file}.`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await openFigure(page, address);
    await settle(page);
    await expect(page).toHaveScreenshot(file, { fullPage: true });
  });
}
