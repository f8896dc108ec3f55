import { expect, test, type Page } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import type { BatchNormArguments } from "@/engine/layer/configuration";
import { companiesOf } from "@/engine/training/company";
import { trainingRun } from "@/engine/training/training-run";
import { expectLink, figure, figureReady, notices, openFigure } from "../support/site";
import { control, place, sentence, writeInto } from "../support/site";
import { openTables, readRows, wine } from "../support/tables";

const home = "playground/train-vs-inference";

interface Asked {
  readonly layer?: BatchNormArguments;
  readonly example?: number;
  readonly outlier?: number;
}

interface Shown {
  /** Rows, padding, ghost batches, mean, variance, training and inference output of each company. */
  readonly companies: readonly (readonly string[])[];
  readonly inputs: readonly string[];
}

/** What the engine computes here, in Node, for the first channel of step 100. */
function computed({ layer = {}, example = 0, outlier = 10 }: Asked): Shown {
  const run = trainingRun({ momentum: 0.9, ...layer }, tableSource(wine(), 32, 1), 200);
  const { companies } = companiesOf(run, { step: 100, example, outlier, padding: 0 });
  const width = run.statistics.channels.length;
  return {
    companies: companies.map(({ places, training, inference }) => [
      String(places.length),
      String(places.filter(Number.isNaN).length),
      ...(training.ok
        ? [
            training.value.ghostBatches,
            training.value.mean[0],
            training.value.variance[0],
            training.value.outputs[0],
          ].map(String)
        : ["–", "–", "–", "–"]),
      inference.ok ? String(inference.value[0]) : "–",
    ]),
    inputs: companies.flatMap(({ inputs }) =>
      [...inputs.filter((_, i) => i % width === 0)].map(String),
    ),
  };
}

async function shown(page: Page): Promise<Shown> {
  await openTables(page);
  await figureReady(page);
  const companies = await readRows(page, /in every company/);
  const rows = await readRows(page, /^Rows of every company/);
  return {
    companies: companies.map((row) => [1, 2, 4, 5, 6, 9, 10].map((column) => row[column]!)),
    inputs: rows.map((row) => row.at(-1)!),
  };
}

test("Another example and another outlier have the engine's numbers; inference mode has one.", async ({
  page,
}) => {
  await openFigure(page, home);
  expect(await shown(page)).toEqual(computed({}));
  await writeInto(page, "example", "7");
  await expectLink(page, { example: "7" });
  await expect(sentence(page)).toContainText("In training mode example 7 of step 100");
  expect(await shown(page)).toEqual(computed({ example: 7 }));
  await writeInto(page, "outlier", "-50");
  await expectLink(page, { example: "7", outlier: "-50" });
  await expect(
    page.getByText("50 of the population’s deviations below the batch’s mean"),
  ).toBeVisible();
  const { companies, inputs } = await shown(page);
  expect({ companies, inputs }).toEqual(computed({ example: 7, outlier: -50 }));
  expect(new Set(companies.map((row) => row.at(-1))).size).toBe(1);
  expect(new Set(companies.map((row) => row.at(-2))).size).toBeGreaterThan(5);
});

test("A company that ghost batches do not divide has the layer's message in place of numbers.", async ({
  page,
}) => {
  await openFigure(page, `${home}?virtual_batch_size=4`);
  expect(await shown(page)).toEqual(computed({ layer: { virtual_batch_size: 4 } }));
  await expect(
    page.getByRole("img", { name: /^Alone, 1 example: refused in training mode, inputs must/ }),
  ).toContainText("Received: a batch size of 1");
  await expect(notices(page)).toHaveCount(0);
});

test("An example beyond the batch is named, and the last one is used.", async ({ page }) => {
  await openFigure(page, `${home}?example=40`);
  await expect(notices(page)).toHaveText(
    "example must be an integer from 0 to 31 for this batch. Received: example=40. Using 31 instead.",
  );
  expect(await shown(page)).toEqual(computed({ example: 31 }));
});

test("By keyboard: steps in the figure, examples by the slider, and back again.", async ({
  page,
}) => {
  await openFigure(page, home);
  await figure(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toHaveText("step 101 of 200");
  await expect(sentence(page)).toContainText("example 0 of step 101");
  await control(page, "example").focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await expectLink(page, { example: "1", step: "101" });
  await expect(sentence(page)).toContainText("example 1 of step 101");
  await expect(
    page.getByRole("img", { name: /^With padding, masked, 32 examples \+ 32 rows of zeros: mean/ }),
  ).toBeVisible();
  await page.keyboard.press("Control+z");
  await expectLink(page, { step: "101" });
});

test("A saved picture holds the companies and their outputs.", async ({ page }) => {
  await openFigure(page, home);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("train-vs-inference-alcohol.svg");
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const svg = Buffer.concat(chunks).toString("utf8");
  for (const text of ["Its whole batch", "With padding, masked", "−0.841", "inference −0.799"]) {
    expect(svg).toContain(text);
  }
});
