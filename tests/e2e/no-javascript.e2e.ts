import { expect, test } from "@playwright/test";
import { figurePages, titleOf } from "../support/pages";
import { notices, plots, sentence } from "../support/site";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const address of figurePages) {
    test(`The figure of ${titleOf(address)} is there, and so is a note.`, async ({ page }) => {
      await page.goto(address);
      await expect(plots(page)).toHaveCount(4);
      for (const plot of await plots(page).all()) {
        await expect(plot).toBeVisible();
        await expect(plot.locator("path[data-quantity]").first()).toHaveAttribute("d", /^M[\d.]/);
      }
      await expect(sentence(page)).toContainText("After 50 steps at momentum 0.99");
      await expect(notices(page)).toHaveText(
        "This is the figure at its start. Its controls work once JavaScript is allowed.",
      );
    });
  }
});
