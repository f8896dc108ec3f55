import { expect } from "@playwright/test";
import { pageScreenshots } from "../support/screenshots";
import { openFigure } from "../support/site";
import { settle, test } from "../support/visual";

for (const { file, address, width, height, colorScheme } of pageScreenshots) {
  test(`The page looks as in ${file}.`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await openFigure(page, address);
    await settle(page);
    await expect(page).toHaveScreenshot(file);
  });
}
