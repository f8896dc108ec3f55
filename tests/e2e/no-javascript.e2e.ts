import { expect, test } from "@playwright/test";
import type { Locator } from "@playwright/test";
import type { WidgetId } from "@/components/widgets/registry";
import { figurePages, titleOf, widgetOn } from "../support/pages";
import { figure, notices, plots, sentence } from "../support/site";

interface Drawn {
  readonly plots: number;
  /** Of a tensor. */
  readonly cells: number;
  /** How the main sentence begins. */
  readonly beginning: string;
}

/** What each figure draws and says at its start. */
const figures: Readonly<Record<WidgetId, Drawn>> = {
  "batch-vs-moving": { plots: 4, cells: 0, beginning: "After 50 steps at momentum 0.99" },
  "normalize-steps": {
    plots: 0,
    cells: 32,
    beginning: "Example 0’s beak_length_mm, ",
  },
  distribution: { plots: 3, cells: 0, beginning: "alcohol comes in with mean" },
  "renorm-clipping": {
    plots: 4,
    cells: 0,
    beginning: "In step 120 renorm corrects alcohol by r = ",
  },
  "update-ops": {
    plots: 4,
    cells: 0,
    beginning: "50 steps have run and the moving mean of alcohol is still 0",
  },
  frozen: {
    plots: 4,
    cells: 0,
    beginning: "Frozen since step 100, the layer normalizes with its moving statistics",
  },
  // The plane of draws, the draws over the steps, a row of outputs for each of three, and what is added.
  adjustment: { plots: 7, cells: 0, beginning: "Step 100 drew scale" },
  "shared-variables": {
    plots: 3,
    cells: 0,
    beginning: "The second call made 4 variables of its own, in batch_normalization_1",
  },
  axis: {
    plots: 0,
    cells: 96,
    beginning: "axis=−1 keeps the channels apart: 3 means and 3 variances",
  },
  parameters: {
    plots: 4,
    cells: 0,
    beginning: "In step 50 SGD moves γ of alcohol from 0.5332 to 0.5021",
  },
  fused: {
    plots: 1,
    cells: 0,
    beginning: "All 8 questions are answered with yes",
  },
  // A row of marks counts as a plot: each has its own description.
  "train-vs-inference": {
    plots: 8,
    cells: 0,
    beginning: "In training mode example 0 of step 100, whose alcohol is 12.4,",
  },
  "ghost-batches": {
    plots: 19,
    cells: 0,
    beginning: "8 ghost batches of 4 examples: after 50 steps",
  },
};

/** The marks of a plot that stand at some number: paths, or circles placed in percent. */
const marksIn = (plot: Locator): Locator =>
  plot
    .locator('path[d^="M"]:not([d*="NaN"]), circle[cx$="%"]:not([cx*="NaN"])')
    .and(plot.locator("[data-quantity], [data-group], [data-group] > *"));

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const address of figurePages) {
    test(`The figure of ${titleOf(address)} is there, and so is a note.`, async ({ page }) => {
      await page.goto(address);
      const expected = figures[widgetOn(address)];
      await expect(plots(page)).toHaveCount(expected.plots);
      await expect(figure(page).getByRole("gridcell")).toHaveCount(expected.cells);
      for (const plot of await plots(page).all()) {
        await expect(plot).toBeVisible();
        await expect(marksIn(plot).first()).toBeAttached();
      }
      await expect(sentence(page)).toContainText(figures[widgetOn(address)].beginning);
      await expect(notices(page)).toHaveText(
        "This is the figure at its start. Its controls work once JavaScript is allowed.",
      );
    });
  }

  test("What is the matter with a training loop is said.", async ({ page }) => {
    await page.goto("playground/update-ops");
    const findings = page.getByTestId("findings");
    await expect(findings.locator("summary").first()).toHaveText(
      "The update operations do not run",
    );
    await expect(findings).toContainText(
      "is still exactly 0 and its moving variance 1, as they started",
    );
    await expect(findings.getByRole("button").first()).toBeDisabled();
  });
});
