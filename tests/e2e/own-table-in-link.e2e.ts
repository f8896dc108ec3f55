import { expect, test } from "@playwright/test";
import { dialog, openDialog, paste, result, takeTable } from "../support/own-table";
import { control, expectLink, linkOf, openFigure } from "../support/site";
import { expectNumbers, tableOf } from "../support/tables";

const text = [
  "height,weight,kind",
  "1.62,58,oak",
  "1.8,77.25,elm",
  "1.71,64,oak",
  "1.755,70,ash",
  "1.49,51.5,elm",
].join("\n");
const table = tableOf(text, { labelColumn: "kind" });

test("A column that is left out is named, with its first cell that is no number.", async ({
  page,
}) => {
  await openDialog(page);
  await paste(page, "height;weight;kind\n1,62;58;oak\n1,80;70;elm\n1,75;66;oak");
  await expect(result(page)).toContainText("3 examples of 1 channel, named by the first row.");
  await expect(result(page)).toContainText(
    'height was left out: 3 of its 3 cells are not numbers, the first being "1,62" in row 2; decimals use a point.',
  );
  await expect(result(page)).toContainText(
    'kind was left out: 3 of its 3 cells are not numbers, the first being "oak" in row 2.',
  );
  await dialog(page).getByLabel("Label").selectOption("kind");
  await expect(result(page)).not.toContainText("kind was left out");
  await takeTable(page);
  const taken = tableOf("weight,kind\n58,oak\n70,elm\n66,oak", { labelColumn: "kind" });
  await expectNumbers(page, { table: taken });
});

test("A pasted table with labels is drawn, and its link draws it anywhere.", async ({
  page,
  browser,
}) => {
  await openDialog(page);
  await paste(page, text);
  await expect(result(page)).toContainText("5 examples of 2 channels, named by the first row.");
  await dialog(page).getByLabel("Label").selectOption("kind");
  await expect(result(page).getByRole("columnheader")).toHaveText(["height", "weight"]);
  await expect(result(page).getByRole("row").nth(2)).toHaveText("1.877.25");
  await takeTable(page);

  await expect(
    page.getByRole("heading", { name: "Statistics of height over the run" }),
  ).toBeVisible();
  await expectNumbers(page, { table });
  await expect(page.getByRole("columnheader", { name: "label" })).toBeVisible();

  await control(page, "channel").selectOption({ label: "1: weight" });
  await expectNumbers(page, { table, channel: 1 });

  const { own } = linkOf(page);
  expect(own).toMatch(/^z-[\w-]+$/);
  await expectLink(page, { data: "own", own: own!, channel: "1" });

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await openFigure(other, page.url());
  await expectNumbers(other, { table, channel: 1 });
  await elsewhere.close();
});
