import { expect, test, type Locator, type Page } from "@playwright/test";
import {
  control,
  expectLink,
  figureReady,
  openFigure,
  place,
  plots,
  writeInto,
} from "../support/site";
import { expectNumbers, wine } from "../support/tables";

const historyLength = (page: Page): Promise<number> => page.evaluate(() => history.length);

/** Drags from one place of an element to another, both in shares of its width. */
async function drag(page: Page, target: Locator, [from, to]: readonly [number, number]) {
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await target.boundingBox())!;
  await page.mouse.move(x + width * from, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * to, y + height / 2, { steps: 8 });
  await page.mouse.up();
}

test("Back undoes a drag of a slider as one, and Forward does it again.", async ({ page }) => {
  await openFigure(page, "playground");
  const before = await historyLength(page);
  const slider = control(page, "momentum slider");
  const { width } = (await slider.boundingBox())!;
  await drag(page, slider, [0.5, 0.5 - 60 / width]);
  const momentum = control(page, "momentum");
  await expect(momentum).not.toHaveValue("0.99");
  const chosen = await momentum.inputValue();
  await expectLink(page, { momentum: chosen });
  expect(await historyLength(page)).toBe(before + 1);

  await page.goBack();
  await expectLink(page, {});
  await expect(momentum).toHaveValue("0.99");
  await expectNumbers(page, { table: wine() });

  await page.goForward();
  await expectLink(page, { momentum: chosen });
  await expect(momentum).toHaveValue(chosen);
  await expectNumbers(page, { table: wine(), layer: { momentum: Number(chosen) } });
});

test("Back undoes a drag over the plot as one.", async ({ page }) => {
  await openFigure(page, "playground");
  const before = await historyLength(page);
  await drag(page, plots(page).first(), [0.1, 0.75]);
  await expect(place(page)).toHaveText("step 150 of 200");
  await expectLink(page, { step: "150" });
  expect(await historyLength(page)).toBe(before + 1);
  await expectNumbers(page, { table: wine(), step: 150 });

  await page.goBack();
  await expect(place(page)).toHaveText("step 50 of 200");
  await expectLink(page, {});
});

test("Back undoes a choice and what was typed, each as one.", async ({ page }) => {
  await openFigure(page, "playground");
  const before = await historyLength(page);
  await control(page, "data").selectOption("penguins");
  await expectLink(page, { data: "penguins" });
  await writeInto(page, "momentum", "0.75");
  await expectLink(page, { data: "penguins", momentum: "0.75" });
  expect(await historyLength(page)).toBe(before + 2);

  await page.goBack();
  await expectLink(page, { data: "penguins" });
  await expect(control(page, "momentum")).toHaveValue("0.99");
  await page.goBack();
  await expectLink(page, {});
  await expect(control(page, "data")).toHaveValue("wine");
  await figureReady(page);
  await expectNumbers(page, { table: wine() });
});

test("A change to what is there already makes no entry in the history.", async ({ page }) => {
  await openFigure(page, "playground?step=1");
  const before = await historyLength(page);
  const first = page.getByRole("button", { name: "First step" });
  await first.click();
  await first.click();
  await page.getByRole("button", { name: "Next step" }).click();
  await expectLink(page, { step: "2" });
  expect(await historyLength(page)).toBe(before + 1);
});
