import { expect, test } from "@playwright/test";
import type { WidgetId } from "@/components/widgets/registry";
import { figurePages, titleOf, widgetOn } from "../support/pages";
import { notices, plots, sentence } from "../support/site";

/** How many plots a figure has, and how its main sentence begins. */
const figures: Readonly<Record<WidgetId, { readonly plots: number; readonly beginning: string }>> =
  {
    "batch-vs-moving": { plots: 4, beginning: "After 50 steps at momentum 0.99" },
    distribution: { plots: 3, beginning: "alcohol comes in with mean" },
    "renorm-clipping": { plots: 4, beginning: "In step 120 renorm corrects alcohol by r = " },
    "update-ops": {
      plots: 4,
      beginning: "50 steps have run and the moving mean of alcohol is still 0",
    },
  };

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const address of figurePages) {
    test(`The figure of ${titleOf(address)} is there, and so is a note.`, async ({ page }) => {
      await page.goto(address);
      await expect(plots(page)).toHaveCount(figures[widgetOn(address)].plots);
      for (const plot of await plots(page).all()) {
        await expect(plot).toBeVisible();
        await expect(plot.locator("path[data-quantity]").first()).toHaveAttribute("d", /^M[\d.]/);
      }
      await expect(sentence(page)).toContainText(figures[widgetOn(address)].beginning);
      await expect(notices(page)).toHaveText(
        "This is the figure at its start. Its controls work once JavaScript is allowed.",
      );
    });
  }
});
