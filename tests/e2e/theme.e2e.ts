import { expect, test, type Page } from "@playwright/test";
import { expectLink, openFigure } from "../support/site";

const paper = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const light = "rgb(251, 250, 247)";
const dark = "rgb(22, 24, 27)";

test("A chosen theme stays through pages and visits and is no part of a link.", async ({
  page,
  context,
}) => {
  await openFigure(page, "playground?momentum=0.5");
  expect(await paper(page)).toBe(light);
  await page.getByLabel("Theme").selectOption("dark");
  expect(await paper(page)).toBe(dark);
  await expectLink(page, { momentum: "0.5" });

  await page.reload();
  expect(await paper(page)).toBe(dark);
  await expect(page.getByLabel("Theme")).toHaveValue("dark");

  const other = await context.newPage();
  await other.goto("docs");
  expect(await paper(other)).toBe(dark);
  await other.getByLabel("Theme").selectOption("system");
  expect(await paper(other)).toBe(light);
  await other.emulateMedia({ colorScheme: "dark" });
  expect(await paper(other)).toBe(dark);
});
