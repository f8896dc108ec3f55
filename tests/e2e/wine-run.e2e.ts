import { expect, test } from "@playwright/test";
import { control, expectQuery, openPage, place, type } from "../support/site";
import { computedNumbers, shownNumbers, wine } from "../support/tables";

test("The tables of a chosen run equal the engine's, and so do those of its link", async ({
  page,
  context,
}) => {
  await openPage(page, "playground");
  await control(page, "data").selectOption("digits");
  await expectQuery(page, "?data=digits");
  await expect(page.getByRole("heading", { name: "Statistics of p00 over the run" })).toBeVisible();
  await control(page, "data").selectOption("wine");
  await type(page, "momentum", "0.5");
  await control(page, "step slider").focus();
  await page.keyboard.press("Home");
  for (let step = 1; step < 20; step++) await page.keyboard.press("ArrowRight");
  await expect(place(page)).toHaveText("step 20 of 200");
  await expectQuery(page, "?step=20&momentum=0.5");

  const computed = computedNumbers({ table: wine(), layer: { momentum: 0.5 }, step: 20 });
  const shown = await shownNumbers(page);
  expect(shown.statistics).toHaveLength(201);
  expect(shown.outputs).toHaveLength(32);
  expect(shown).toEqual(computed);

  const other = await context.newPage();
  await openPage(other, page.url());
  await expectQuery(other, "?step=20&momentum=0.5");
  expect(await shownNumbers(other)).toEqual(computed);
});
