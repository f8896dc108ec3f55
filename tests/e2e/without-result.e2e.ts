import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { control, figure, figureReady, notices, openFigure } from "../support/site";
import { sentence, writeInto } from "../support/site";

const nothing = "There is nothing to see of these settings: they have no result.";
const instead = "There is no result to show: the figure in grey is the one at its start.";

/** The plots that a screen reader reads out. */
const usable = (page: Page): Locator => figure(page).locator('[role="img"]:not([inert] *)');

/** What the reader is told, and that nothing asserts numbers of other settings. */
async function expectStandIn(page: Page): Promise<void> {
  await expect(notices(page)).toContainText(instead);
  await expect(notices(page)).not.toContainText("last result");
  await expect(page.getByTestId("stand-in")).toBeVisible();
  await expect(sentence(page)).toHaveText(nothing);
  await expect(page.getByText("The numbers behind the figure")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "SVG" })).toHaveCount(0);
  // Drawn, and neither read out nor reached by a key.
  await expect(usable(page)).toHaveCount(0);
  const picture = figure(page).locator("[inert]");
  await expect(picture).toBeVisible();
  await expect(picture).toHaveCSS("filter", "grayscale(1)");
}

const gone = async (page: Page): Promise<void> => {
  await expect(page.getByTestId("stand-in")).toHaveCount(0);
  await expect(figure(page).locator("[inert]")).toHaveCount(0);
  await expect(usable(page)).not.toHaveCount(0);
  await expect(page.getByText("The numbers behind the figure")).toHaveCount(1);
};

for (const surface of ["playground", "embed"]) {
  test(`A refused link in ${surface} shows no numbers of other settings.`, async ({ page }) => {
    await openFigure(page, `${surface}/ghost-batches?virtual_batch_size=5`);
    await expectStandIn(page);
    await expect(page.getByTestId("misfit")).toBeVisible();
    await expect(page.getByTestId("findings")).toContainText("do not divide the batch");
    await page.getByRole("button", { name: "8", exact: true }).click();
    await figureReady(page);
    await expect(sentence(page)).toContainText("4 ghost batches of 8 examples");
    await gone(page);
  });
}

test("A refused change leaves the last result there was; after a reload there is none.", async ({
  page,
}) => {
  await openFigure(page, "playground/ghost-batches?momentum=0.5");
  await writeInto(page, "batch_size", "30");
  await expect(notices(page)).toContainText("The figure shows the last result there was.");
  await expect(sentence(page)).toContainText("8 ghost batches of 4 examples");
  await gone(page);
  await page.reload();
  await figureReady(page);
  await expectStandIn(page);
  await control(page, "batch_size").fill("32");
  await figureReady(page);
  await gone(page);
});

test("What the layer refuses in the workbench's first figure.", async ({ page }) => {
  await openFigure(page, "playground?momentum=0.9&fused=true&renorm=true");
  await expectStandIn(page);
  await expect(page.getByTestId("findings")).toContainText("These settings have no run");
});

test("Comparing, a configuration without result does not draw on the other.", async ({ page }) => {
  await openFigure(
    page,
    "playground/ghost-batches?virtual_batch_size=5&compare=virtual_batch_size%3D8",
  );
  await expect(notices(page)).toContainText(instead);
  await expect(page.getByTestId("stand-in")).toHaveCount(1);
  await expect(sentence(page)).toHaveText(nothing);
  const second = page.getByRole("region", { name: "Second configuration" });
  await expect(second.getByRole("img", { name: /^Ghost batch 0, examples 0, 4, 8/ })).toBeVisible();
  await expect(second.getByText(/^Difference in/)).toHaveCount(0);

  await openFigure(page, "playground/ghost-batches?compare=virtual_batch_size%3D5");
  await expect(notices(page)).toContainText(
    /^Second configuration: .* There is no result to show\. Try again$/,
  );
  await expect(second).toContainText("It has no result yet.");
  await expect(sentence(page)).toContainText("8 ghost batches of 4 examples");
  await gone(page);
});
