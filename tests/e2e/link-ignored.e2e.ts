import { expect, test, type Page } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import { constant } from "@/engine/spec/constant";
import { trainingRun } from "@/engine/training/training-run";
import { expectLink, figureReady, notices, openFigure, writeInto } from "../support/site";
import { openTables, readRows, wine } from "../support/tables";

const ofFirst =
  'The link holds "virtual_batch_size", which is not an argument of this figure. It is ignored.';
const ofSecond =
  'The second configuration holds "renorm", which is not an argument of this figure. It is ignored.';

/** x̂ and outputs of step 50 as the engine has them at the figure's start, but for ε. */
function computedRows(epsilon = 0.001): readonly (readonly string[])[] {
  const source = tableSource(wine(), 128, 1);
  const layer = {
    momentum: 0.9,
    epsilon,
    gamma_initializer: constant(2),
    beta_initializer: constant(1),
  };
  const { call, trainingOutputs } = trainingRun(layer, source, 200, { seed: 1 }).inspect(50);
  const width = source.channels.length;
  return Array.from({ length: 128 }, (_, row) =>
    [call.normalized[row * width], trainingOutputs[row * width]].map(String),
  );
}

async function shownRows(page: Page): Promise<readonly (readonly string[])[]> {
  await figureReady(page);
  const rows = await readRows(page, /^alcohol in the batch of step 50/);
  return rows.map((row) => row.slice(2, 4));
}

test("What a figure has no control for is as at its start, whatever a link holds of it.", async ({
  page,
}) => {
  // Batches of 128 cannot be split into ghost batches of 7: a layer that was told so would refuse them.
  const query = new URLSearchParams({
    virtual_batch_size: "7",
    compare: "renorm=true&momentum=0.5",
  });
  await openFigure(page, `playground/distribution?${query.toString()}`);
  await expect(notices(page)).toHaveText([ofSecond, ofFirst]);
  await expect(page.getByTestId("changes")).toHaveText(
    "The second configuration has momentum 0.5 instead of 0.9.",
  );
  await openTables(page, 1);
  expect(await shownRows(page)).toEqual(computedRows());

  await writeInto(page, "epsilon", "0.5");
  await expectLink(page, { epsilon: "0.5", compare: "renorm=true&momentum=0.5" });
  await expect(notices(page)).toHaveText([ofSecond]);
  expect(await shownRows(page)).toEqual(computedRows(0.5));

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expectLink(page, { compare: "momentum=0.5" });
  await expect(notices(page)).toHaveCount(0);
  expect(await shownRows(page)).toEqual(computedRows());

  await page.goBack();
  await page.goBack();
  await expectLink(page, Object.fromEntries(query));
  await expect(notices(page)).toHaveText([ofSecond, ofFirst]);
  expect(await shownRows(page)).toEqual(computedRows());
});
