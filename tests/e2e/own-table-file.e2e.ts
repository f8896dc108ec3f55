import { expect, test } from "@playwright/test";
import {
  dialog,
  dialogButton,
  giveFile,
  openDialog,
  paste,
  result,
  takeTable,
} from "../support/own-table";
import { expectNumbers, tableOf } from "../support/tables";

test("A file of tab-separated numbers without a header is read and drawn.", async ({ page }) => {
  const text = "1.5\t2\n3\t4.25\n-5\t6e1\n";
  await openDialog(page);
  await giveFile(page, { name: "numbers.tsv", text });
  await expect(result(page)).toContainText("3 examples of 2 channels, without a header.");
  await expect(result(page).getByRole("columnheader")).toHaveText(["column 1", "column 2"]);
  await takeTable(page);
  await expectNumbers(page, { table: tableOf(text) });
});

test("What is pasted after a file takes its place.", async ({ page }) => {
  const text = "c,d\n7,8\n9,1";
  await openDialog(page);
  await giveFile(page, { name: "first.csv", text: "a,b\n1,2\n3,4" });
  await expect(result(page).getByRole("columnheader")).toHaveText(["a", "b"]);
  await paste(page, text);
  await expect(result(page).getByRole("columnheader")).toHaveText(["c", "d"]);
  await expect(dialog(page).getByLabel("or choose a file, or drop one here")).toHaveValue("");
  await takeTable(page);
  await expectNumbers(page, { table: tableOf(text) });
});

test("Escape closes the dialog, keeps what was written and gives the focus back.", async ({
  page,
}) => {
  await openDialog(page);
  await dialog(page).getByLabel("Paste a table").fill("a,b\n1,2");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(dialogButton(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByLabel("Paste a table")).toHaveValue("a,b\n1,2");
});
