import { expect, test } from "@playwright/test";
import { dialog, openDialog, paste, result, takeTable } from "../support/own-table";
import { control, sentence } from "../support/site";
import { expectNumbers, tableOf } from "../support/tables";

test("Missing cells are dropped with their rows or filled with the mean, as chosen.", async ({
  page,
}) => {
  const text = "a,b\n1,2\nNaN,3\n4,NA\n5,6\n,7";
  await openDialog(page);
  await paste(page, text);
  await expect(result(page)).toContainText("2 examples of 2 channels, named by the first row.");
  await expect(result(page)).toContainText("3 rows with missing cells were dropped.");
  await takeTable(page);
  await expectNumbers(page, { table: tableOf(text) });

  await page.getByRole("button", { name: "Give another table…" }).click();
  await dialog(page).getByLabel("Missing cells").selectOption("fill in the column mean");
  await expect(result(page)).toContainText("5 examples of 2 channels, named by the first row.");
  await expect(result(page)).toContainText("3 missing cells were filled with the column mean.");
  await takeTable(page);
  await expectNumbers(page, { table: tableOf(text, { missing: "column-mean" }) });
});

test("An infinite cell spoils its own channel, which the page says, and no other.", async ({
  page,
}) => {
  const text = "spoilt,clean\n1,2\nInfinity,3\n4,5.5";
  await openDialog(page);
  await paste(page, text);
  await expect(result(page)).toContainText(
    "1 cell is infinite; the statistics will show what that does.",
  );
  await takeTable(page);
  await expect(sentence(page)).toHaveText(
    /^From step 1 on, the moving mean of spoilt is ∞: a batch held a number that is not finite/,
  );
  await expectNumbers(page, { table: tableOf(text) });
  await control(page, "channel").selectOption({ label: "1: clean" });
  await expect(sentence(page)).toContainText("of the initial value is left");
  await expectNumbers(page, { table: tableOf(text), channel: 1 });
});

for (const { what, text, notice } of [
  { what: "A constant column", text: "a,b\n3,1\n3,2\n3,4", notice: "Constant: a." },
  { what: "A single row", text: "a,b\n3,1", notice: "1 example of 2 channels" },
] as const) {
  test(`${what} is drawn with a sentence about epsilon.`, async ({ page }) => {
    await openDialog(page);
    await paste(page, text);
    await expect(result(page)).toContainText(notice);
    await takeTable(page);
    await expect(
      page.getByText("only epsilon (0.001) keeps the division from being 0/0."),
    ).toBeVisible();
    await expectNumbers(page, { table: tableOf(text) });
  });
}
