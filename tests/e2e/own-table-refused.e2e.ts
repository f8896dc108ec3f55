import { truncateSync, writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { dialog, giveFile, openDialog, paste, result, takeTable } from "../support/own-table";
import { expectNumbers, tableOf } from "../support/tables";

const refusals = [
  {
    what: "a cell that is no number",
    text: "height,weight\n1.62,58\n1.8,much\n1.7,60",
    message: 'Row 3, column "weight": "much" is not a number. Correct the cell or leave it empty.',
  },
  {
    what: "a decimal comma",
    text: 'height;weight\n"1,62";58\n1.8;70\n1.9;71',
    message:
      'Row 2, column "height": "1,62" is not a number; decimals use a point. Correct the cell or leave it empty.',
  },
  {
    what: "decimal commas in every column",
    text: "height;weight\n1,62;58,5\n1,80;70,1\n1,75;66,2",
    message:
      'A table must have a numeric column, one where more than half of the cells are numbers. Received: columns "height", "weight", separated by semicolons. Row 2, column "height": "1,62" is not a number; decimals use a point.',
  },
  {
    what: "rows of different lengths",
    text: "height,weight\n1.62,58\n1.8,77,3",
    message: "Row 3 has 3 cells; the rows above have 2.",
  },
  {
    what: "a header without rows",
    text: "height,weight\n",
    message:
      "Table text must have at least one row below its header. Received: a header of 2 columns and no rows.",
  },
  {
    what: "rows that are all incomplete",
    text: "height,weight\n1.62,NaN\nNaN,58",
    message:
      "A table must keep at least one row when rows with missing cells are dropped. Received: 2 rows, none complete. Fill the missing cells with the column mean instead.",
  },
] as const;

test("A refused text stays as it is, its fault is named, and it can be corrected.", async ({
  page,
}) => {
  await openDialog(page);
  const field = dialog(page).getByLabel("Paste a table");
  const use = dialog(page).getByRole("button", { name: "Use this table" });
  for (const { what, text, message } of refusals) {
    await test.step(what, async () => {
      await paste(page, text);
      await expect(result(page)).toHaveText(message);
      await expect(field).toHaveValue(text);
      await expect(field).toHaveAccessibleDescription(message);
      await expect(use).toBeDisabled();
    });
  }
  const corrected = "height,weight\n1.62,58\n1.8,77";
  await paste(page, corrected);
  await takeTable(page);
  await expectNumbers(page, { table: tableOf(corrected) });
});

test("A file that is empty is refused.", async ({ page }) => {
  await openDialog(page);
  await giveFile(page, { name: "empty.csv", text: "" });
  await expect(result(page)).toHaveText(
    "Table text must have at least one row. Received: an empty text.",
  );
});

test("A file of 50 MB is refused at once.", async ({ page }, info) => {
  const file = info.outputPath("large.csv");
  writeFileSync(file, "a,b\n1,2\n");
  truncateSync(file, 50_000_000);
  await openDialog(page);
  await dialog(page).getByLabel("or choose a file, or drop one here").setInputFiles(file);
  await expect(result(page)).toHaveText(
    "Table text must be at most 10,000,000 bytes. Received: 50,000,000 bytes.",
    { timeout: 5000 },
  );
});

test("A label column that the next table lacks can be chosen anew.", async ({ page }) => {
  await openDialog(page);
  const label = dialog(page).getByLabel("Label");
  await paste(page, "height,weight,kind\n1.62,58,oak\n1.8,77,elm");
  await label.selectOption("kind");
  await expect(result(page)).toContainText("2 examples of 2 channels");
  await paste(page, "length,width\n1,2\n3,5");
  await expect(result(page)).not.toBeEmpty();
  // Unlike selectOption, a key makes no change where the first choice is already shown.
  await label.press("Home");
  await expect(result(page)).toContainText("2 examples of 2 channels");
});
