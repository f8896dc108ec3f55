import { expect, test } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import { constant } from "@/engine/spec/constant";
import { trainingRun } from "@/engine/training/training-run";
import { expectLink, figure, figureReady, openFigure, sentence, writeInto } from "../support/site";
import { openTables, readRows, wine } from "../support/tables";

test("γ, β and epsilon move the distributions; the numbers are the engine's.", async ({ page }) => {
  await openFigure(page, "playground/distribution");
  await writeInto(page, "gamma_initializer value", "3");
  await writeInto(page, "epsilon", "0.5");
  await expectLink(page, { gamma_initializer: "3", epsilon: "0.5" });
  await figureReady(page);
  await expect(sentence(page)).toContainText("alcohol comes in with mean");

  const source = tableSource(wine(), 128, 1);
  const run = trainingRun(
    {
      momentum: 0.9,
      epsilon: 0.5,
      gamma_initializer: constant(3),
      beta_initializer: constant(1),
    },
    source,
    200,
    { seed: 1 },
  );
  const { inputs, call, trainingOutputs } = run.inspect(50);
  const width = source.channels.length;
  const expected = Array.from({ length: 128 }, (_, row) =>
    [row, inputs[row * width], call.normalized[row * width], trainingOutputs[row * width]].map(
      String,
    ),
  );
  await openTables(page, 1);
  await figureReady(page);
  const rows = await readRows(page, /^alcohol in the batch of step 50/);
  expect(rows.map((row) => row.slice(0, 4))).toEqual(expected);
});

test("The arrow keys move the batch, Back leads back, and a reload keeps it.", async ({ page }) => {
  await openFigure(page, "playground/distribution");
  await figure(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(figure(page).getByRole("heading")).toHaveText("alcohol in the batch of step 51");
  await page.reload();
  await figureReady(page);
  await expect(figure(page).getByRole("heading")).toHaveText("alcohol in the batch of step 51");
  await page.goBack();
  await expect(figure(page).getByRole("heading")).toHaveText("alcohol in the batch of step 50");
});
