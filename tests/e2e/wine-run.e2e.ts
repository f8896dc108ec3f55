import { expect, test } from "@playwright/test";
import { control, expectLink, openFigure, place, writeInto } from "../support/site";
import { computedNumbers, shownNumbers, wine } from "../support/tables";

test("The tables of a chosen run equal the engine's, and so do those of its link.", async ({
  page,
  context,
}) => {
  await openFigure(page, "playground");
  await control(page, "data").selectOption("digits");
  await expectLink(page, { data: "digits" });
  await expect(page.getByRole("heading", { name: "Statistics of p00 over the run" })).toBeVisible();
  await control(page, "data").selectOption("wine");
  await expect(
    page.getByRole("heading", { name: "Statistics of alcohol over the run" }),
  ).toBeVisible();

  await writeInto(page, "momentum", "0.5");
  await control(page, "step slider").focus();
  await page.keyboard.press("Home");
  for (let step = 1; step < 20; step++) await page.keyboard.press("ArrowRight");
  await expect(place(page)).toHaveText("step 20 of 200");
  await expectLink(page, { momentum: "0.5", step: "20" });

  const computed = computedNumbers({ table: wine(), layer: { momentum: 0.5 }, step: 20 });
  expect(computed.statistics).toHaveLength(201);
  expect(computed.outputs).toHaveLength(32);
  expect(await shownNumbers(page)).toEqual(computed);

  const other = await context.newPage();
  await openFigure(other, page.url());
  expect(await shownNumbers(other)).toEqual(computed);
  await expectLink(other, { momentum: "0.5", step: "20" });
});
