import { expect, test, type Page } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import { trainingRun } from "@/engine/training/training-run";
import { control, expectLink, figureReady, notices, openFigure, writeInto } from "../support/site";
import { readRows, wine } from "../support/tables";

const second = (page: Page) => page.getByRole("region", { name: "Second configuration" });
const edit = (page: Page, which: "first" | "second") =>
  page.getByRole("radio", { name: which, exact: true });

/** The moving statistics of both, as the table of the comparison shows them. */
async function shownSeries(page: Page): Promise<readonly (readonly string[])[]> {
  await page.getByText("The numbers of the comparison").click();
  await expect(page.getByRole("region", { name: / in both at every step$/ })).toBeVisible();
  await figureReady(page);
  return readRows(page, / in both at every step$/);
}

const movingMeans = (momentum: number): Float64Array =>
  trainingRun({ momentum }, tableSource(wine(), 32, 1), 200).statistics.movingMean;

test("A second configuration is changed by itself, lies in the link and shows the engine's numbers.", async ({
  page,
}) => {
  await openFigure(page, "playground");
  await page.getByRole("button", { name: "Compare" }).click();
  await expectLink(page, { compare: "" });
  await expect(edit(page, "second")).toBeChecked();
  await expect(page.getByTestId("changes")).toHaveText(
    "The second configuration is still like the first: change one of its arguments.",
  );
  await expect(control(page, "steps")).toHaveCount(0);

  await writeInto(page, "momentum", "0.5");
  await expectLink(page, { compare: "momentum=0.5" });
  await expect(page.getByTestId("changes")).toHaveText(
    "The second configuration has momentum 0.5 instead of 0.99.",
  );
  await edit(page, "first").check();
  await expect(control(page, "momentum")).toHaveValue("0.99");
  await writeInto(page, "momentum", "0.9");
  await expectLink(page, { momentum: "0.9", compare: "momentum=0.5" });
  await expect(page.getByTestId("comparison")).toContainText("In step 50");

  const rows = await shownSeries(page);
  const width = wine().columns.length;
  const [one, two] = [movingMeans(0.9), movingMeans(0.5)];
  expect(rows).toHaveLength(201);
  rows.forEach((row, t) => {
    const [a, b] = [one[t * width]!, two[t * width]!];
    expect(row.slice(0, 4)).toEqual([t, a, b, b - a].map(String));
  });
});

test("A comparison survives a reload, is taken back as any change, and ends.", async ({ page }) => {
  await openFigure(page, "playground?compare=renorm%3Dtrue%26momentum%3D0.9");
  await expect(second(page)).toBeVisible();
  await expect(page.getByTestId("changes")).toHaveText(
    "The second configuration has momentum 0.9 instead of 0.99, renorm true instead of false.",
  );
  await edit(page, "second").check();
  await page.getByRole("button", { name: "Set renorm back to the first’s" }).click();
  await expectLink(page, { compare: "momentum=0.9" });
  await page.reload();
  await figureReady(page);
  await expect(page.getByTestId("changes")).toHaveText(
    "The second configuration has momentum 0.9 instead of 0.99.",
  );
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByTestId("changes")).toContainText("renorm true instead of false");
  await page.getByRole("button", { name: "Stop comparing" }).click();
  await expectLink(page, {});
  await expect(second(page)).toHaveCount(0);
});

test("What a second configuration may not hold is named, and a refused one leaves the first.", async ({
  page,
}) => {
  await openFigure(page, "playground?compare=steps%3D5%26virtual_batch_size%3D5");
  await expect(notices(page).first()).toHaveText(
    'The second configuration holds "steps", in which it cannot differ from the first. It is ignored.',
  );
  await expect(notices(page).filter({ hasText: "Second configuration: " })).toContainText(
    "virtual_batch_size",
  );
  await expect(second(page)).toContainText("It has no result yet.");
});

test("The button that begins and ends a comparison keeps the focus.", async ({ page }) => {
  await openFigure(page, "playground");
  const button = page.getByRole("button", { name: /^(Compare|Stop comparing)$/ });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveText("Stop comparing");
  await expect(button).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(edit(page, "second")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(button).toHaveText("Compare");
  await expect(button).toBeFocused();
});

test("Two configurations stand in someone else's page as well.", async ({ page }) => {
  await openFigure(page, "embed/batch-vs-moving?compare=momentum%3D0.5");
  await expect(second(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop comparing" })).toHaveCount(0);
});

test("What is the matter is told of each, and a remedy changes the one it is about.", async ({
  page,
}) => {
  const ofFirst = page.getByTestId("findings");
  const ofSecond = page.getByTestId("findings of the second");
  await openFigure(page, "playground?momentum=0.9&trainable=false&compare=renorm%3Dtrue");
  await expect(ofFirst).toContainText("Why did the first break?");
  await expect(ofFirst).toContainText("The layer is frozen");
  await expect(ofSecond).toContainText("Why did the second break?");
  await ofSecond.getByRole("button", { name: "Set trainable to true" }).click();
  await expectLink(page, {
    momentum: "0.9",
    trainable: "false",
    compare: "renorm=true&trainable=true",
  });
  await expect(ofSecond).not.toContainText("The layer is frozen");
  await expect(ofFirst).toContainText("The layer is frozen");
  await expect(page.getByText("Take the code of the first configuration")).toBeVisible();
});
