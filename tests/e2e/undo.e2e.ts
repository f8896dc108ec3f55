import { expect, test, type Page } from "@playwright/test";
import { control, expectLink, figureReady, openFigure, place, writeInto } from "../support/site";

const undo = (page: Page) => page.getByRole("button", { name: "Undo", exact: true });
const redo = (page: Page) => page.getByRole("button", { name: "Redo", exact: true });

test("Every change is taken back and brought back, by buttons and keys, also after a reload.", async ({
  page,
}) => {
  await openFigure(page, "playground");
  await expect(undo(page)).toBeDisabled();
  await writeInto(page, "momentum", "0.5");
  await control(page, "batch_size slider").focus();
  await page.keyboard.press("ArrowLeft");
  await expectLink(page, { momentum: "0.5", batch_size: "24" });

  await page.keyboard.press("Control+z");
  await expectLink(page, { momentum: "0.5" });
  await undo(page).click();
  await expectLink(page, {});
  await expect(control(page, "momentum")).toHaveValue("0.99");
  await expect(undo(page)).toBeDisabled();

  await redo(page).click();
  await expectLink(page, { momentum: "0.5" });
  await page.reload();
  await figureReady(page);
  await control(page, "batch_size slider").focus();
  await page.keyboard.press("Control+Shift+Z");
  await expectLink(page, { momentum: "0.5", batch_size: "24" });
  await expect(redo(page)).toBeDisabled();
  await undo(page).click();
  await undo(page).click();
  await expectLink(page, {});
});

test("A preset is one change, and Reset everything is another.", async ({ page }) => {
  await openFigure(page, "playground");
  await page.getByRole("link", { name: "forgetful" }).click();
  await expectLink(page, { momentum: "0.1", batch_size: "4" });
  await expect(page.getByRole("navigation", { name: "Presets" })).toContainText(
    "Low momentum and small batches: the moving statistics jump with every batch.",
  );
  await page.getByRole("button", { name: "Reset everything" }).click();
  await expectLink(page, {});
  await undo(page).click();
  await expectLink(page, { momentum: "0.1", batch_size: "4" });
  await undo(page).click();
  await expectLink(page, {});
});

test("In a text field Ctrl+Z takes back what was typed there, as everywhere.", async ({ page }) => {
  await openFigure(page, "playground?momentum=0.9");
  await control(page, "step slider").focus();
  await page.keyboard.press("End");
  await expect(place(page)).toHaveText("step 200 of 200");
  await control(page, "epsilon").focus();
  await page.keyboard.press("Control+z");
  await expect(place(page)).toHaveText("step 200 of 200");
});
