import { expect, test, type Page } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import { trainingRun } from "@/engine/training/training-run";
import { control, expectLink, figure, figureReady, notices, openFigure } from "../support/site";
import { place, sentence, writeInto } from "../support/site";
import { readRows, wine } from "../support/tables";

const home = "playground/ghost-batches";

interface Shown {
  readonly examples: readonly (readonly string[])[];
  readonly ghosts: readonly (readonly string[])[];
  readonly moving: readonly string[];
}

/** What the engine computes here, in Node, for the first channel. */
function computed(size: number): Shown {
  const run = trainingRun(
    { momentum: 0.9, virtual_batch_size: size },
    tableSource(wine(), 32, 1),
    200,
  );
  const { call, contiguousGhosts, ...chosen } = run.inspect(50);
  const width = run.statistics.channels.length;
  const at = (values: Float64Array | undefined, row: number): string =>
    values === undefined ? "–" : String(values[row * width]);
  const ghosts = 32 / size;
  return {
    examples: Array.from({ length: 32 }, (_, n) => [
      String(n),
      String(n % ghosts),
      String(Math.floor(n / size)),
      at(chosen.inputs, n),
      at(chosen.trainingOutputs, n),
      at(chosen.inferenceOutputs, n),
    ]),
    ghosts: Array.from({ length: ghosts }, (_, k) => [
      String(k),
      Array.from({ length: size }, (_, i) => k + i * ghosts).join(" "),
      at(call.used.mean, k),
      at(call.used.variance, k),
      at(contiguousGhosts?.mean, k),
      at(contiguousGhosts?.variance, k),
    ]),
    moving: Array.from({ length: 201 }, (_, step) => at(run.statistics.movingVariance, step)),
  };
}

async function shown(page: Page): Promise<Shown> {
  const tables = page.locator("details", { hasText: "The numbers behind the figure" });
  if ((await tables.getAttribute("open")) === null) await tables.locator("summary").click();
  await figureReady(page);
  const statistics = await readRows(page, /^Variance of alcohol/);
  return {
    examples: await readRows(page, /^Examples of step/),
    ghosts: await readRows(page, /^Ghost batches of step/),
    moving: statistics.map((row) => row[2]!),
  };
}

const size = (page: Page, name: string) =>
  page.getByRole("group", { name: /^Ghost sizes/ }).getByRole("button", { name, exact: true });

test("The ghost size decides the groups; the numbers are the engine's.", async ({ page }) => {
  await openFigure(page, home);
  await expect(sentence(page)).toContainText("8 ghost batches of 4 examples");
  expect(await shown(page)).toEqual(computed(4));
  await writeInto(page, "virtual_batch_size", "2");
  await expectLink(page, { virtual_batch_size: "2" });
  await expect(sentence(page)).toContainText("16 ghost batches of 2 examples");
  expect(await shown(page)).toEqual(computed(2));
  await size(page, "32").click();
  await expect(sentence(page)).toContainText("One ghost batch, the whole batch of 32 examples");
  expect(await shown(page)).toEqual(computed(32));
});

test("A size that does not divide is refused in the engine's words, and a fitting one is offered.", async ({
  page,
}) => {
  await openFigure(page, `${home}?virtual_batch_size=5`);
  await expect(notices(page)).toHaveText(
    "inputs must have a batch size that is a multiple of virtual_batch_size, 5 (Reshape to ghost batches). Received: a batch size of 32. There is no result to show: the figure in grey is the one at its start. Try again",
  );
  await expect(page.getByTestId("misfit")).toHaveText(
    "5 does not divide 32: 6 ghost batches of 5 leave 2 examples over. Choose a size that divides it.",
  );
  await size(page, "8").focus();
  await page.keyboard.press("Enter");
  await expectLink(page, { virtual_batch_size: "8" });
  await expect(notices(page)).toHaveCount(0);
  await expect(page.getByTestId("misfit")).toHaveCount(0);
  await expect(size(page, "8")).toHaveAttribute("aria-pressed", "true");
  await expect(sentence(page)).toContainText("4 ghost batches of 8 examples");
  await expect(control(page, "virtual_batch_size")).toHaveValue("8");
});

test("By keyboard: from the figure's steps on to the sizes.", async ({ page }) => {
  await openFigure(page, home);
  await figure(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toHaveText("step 51 of 200");
  await expect(
    page.getByRole("img", { name: /^Ghost batch 0, examples 0, 8, 16, 24: mean/ }),
  ).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(size(page, "1")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expectLink(page, { virtual_batch_size: "2", step: "51" });
  await expect(sentence(page)).toContainText("16 ghost batches of 2 examples: after 51 steps");
});
