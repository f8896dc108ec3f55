import { expect, test } from "@playwright/test";
import type { WidgetId } from "@/components/widgets/registry";
import { figurePages, titleOf, widgetOn } from "../support/pages";
import { figure, notices, plots, sentence } from "../support/site";

/** How the figure's main sentence begins. */
const beginnings: Readonly<Record<WidgetId, string>> = {
  "batch-vs-moving": "After 50 steps at momentum 0.99",
  "update-ops": "50 steps have run and the moving mean of alcohol is still 0",
  axis: "axis=−1 keeps the channels apart: 3 means and 3 variances",
};

/** What it draws: plots, and the cells of a tensor. */
const drawn: Readonly<Record<WidgetId, { readonly plots: number; readonly cells: number }>> = {
  "batch-vs-moving": { plots: 4, cells: 0 },
  "update-ops": { plots: 4, cells: 0 },
  axis: { plots: 0, cells: 96 },
};

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const address of figurePages) {
    test(`The figure of ${titleOf(address)} is there, and so is a note.`, async ({ page }) => {
      await page.goto(address);
      const expected = drawn[widgetOn(address)];
      await expect(plots(page)).toHaveCount(expected.plots);
      await expect(figure(page).getByRole("gridcell")).toHaveCount(expected.cells);
      for (const plot of await plots(page).all()) {
        await expect(plot).toBeVisible();
        await expect(plot.locator("path[data-quantity]").first()).toHaveAttribute("d", /^M[\d.]/);
      }
      await expect(sentence(page)).toContainText(beginnings[widgetOn(address)]);
      await expect(notices(page)).toHaveText(
        "This is the figure at its start. Its controls work once JavaScript is allowed.",
      );
    });
  }
});
