import { expect, test } from "@playwright/test";
import { openDialog, paste, takeTable } from "../support/own-table";
import { control, figureReady, linkOf, notices, openFigure, plots } from "../support/site";
import { expectNumbers, tableOf } from "../support/tables";

// Digits that no packing makes small.
const rows = Array.from({ length: 400 }, (_, row) => `${Math.sin(row)},${Math.cos(row * row)}`);
const text = ["sine,cosine", ...rows].join("\n");
const table = tableOf(text);

test("A table too large for a link stays on its device.", async ({ page, context, browser }) => {
  await openDialog(page);
  await paste(page, text);
  await takeTable(page);
  await expectNumbers(page, { table });
  expect(linkOf(page)["own"]).toMatch(/^k-[0-9a-f]{16}$/);

  await page.reload();
  await figureReady(page);
  await expectNumbers(page, { table });

  const samePlace = await context.newPage();
  await openFigure(samePlace, page.url());
  await expectNumbers(samePlace, { table });

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await openFigure(other, page.url());
  await expect(notices(other)).toContainText(
    "This link names a table that is stored on another device or has been cleared. Give the table again to go on.",
  );
  await expect(plots(other)).toHaveCount(4);
  await control(other, "data").selectOption("gaussian");
  await figureReady(other);
  await expect(notices(other)).toHaveCount(0);
  await elsewhere.close();
});
