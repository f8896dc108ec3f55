import { expect, test } from "@playwright/test";
import type { WidgetId } from "@/components/widgets/registry";
import { figurePages, titleOf, widgetOn } from "../support/pages";
import { notices, plots, sentence } from "../support/site";

/** How the figure's main sentence begins. */
const beginnings: Readonly<Record<WidgetId, string>> = {
  "batch-vs-moving": "After 50 steps at momentum 0.99",
  "update-ops": "50 steps have run and the moving mean of alcohol is still 0",
  "ghost-batches": "8 ghost batches of 4 examples: after 50 steps",
};

/** A row of marks counts as a plot: each has its own description. */
const plotCounts: Readonly<Record<WidgetId, number>> = {
  "batch-vs-moving": 4,
  "update-ops": 4,
  "ghost-batches": 19,
};

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const address of figurePages) {
    test(`The figure of ${titleOf(address)} is there, and so is a note.`, async ({ page }) => {
      await page.goto(address);
      await expect(plots(page)).toHaveCount(plotCounts[widgetOn(address)]);
      for (const plot of await plots(page).all()) {
        await expect(plot).toBeVisible();
        await expect(
          plot.locator("path:is([data-quantity], [data-group] > *)").first(),
        ).toHaveAttribute("d", /^M-?[\d.]/);
      }
      await expect(sentence(page)).toContainText(beginnings[widgetOn(address)]);
      await expect(notices(page)).toHaveText(
        "This is the figure at its start. Its controls work once JavaScript is allowed.",
      );
    });
  }
});
