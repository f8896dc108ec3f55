import { expect, test, type Page } from "@playwright/test";
import { landmarksOf } from "@/components/measures/landmarks";
import { tableSource } from "@/engine/data/table-source";
import { trainingLoop } from "@/engine/graph/training-loop";
import type { LoopRun } from "@/engine/graph/training-loop";
import {
  control,
  expectLink,
  figure,
  figureReady,
  notices,
  openFigure,
  place,
  plots,
  sentence,
  writeInto,
} from "../support/site";
import { openTables, readRows, wine } from "../support/tables";

const home = "playground/update-ops";

/** The loop at the figure's start with these settings, computed here, in Node. */
const loopWith = (momentum: number, runUpdateOps: boolean): LoopRun =>
  trainingLoop(tableSource(wine(), 32, 1), {
    layer: { momentum },
    steps: 200,
    seed: 1,
    learningRate: 0.05,
    runUpdateOps,
  });

/** What the engine says of the first channel: a row per step, as the table shows it. */
function computedRows(momentum: number, runUpdateOps: boolean): readonly (readonly string[])[] {
  const { statistics, loss, probe } = loopWith(momentum, runUpdateOps).loop;
  const width = statistics.channels.length;
  const at = (values: Float64Array, row: number): string =>
    row < 0 ? "–" : String(values[row * width]);
  return Array.from({ length: 201 }, (_, row) => [
    String(row),
    at(statistics.batchMean, row - 1),
    at(statistics.movingMean, row),
    at(statistics.batchVariance, row - 1),
    at(statistics.movingVariance, row),
    at(statistics.gamma, row),
    at(statistics.beta, row),
    row === 0 ? "–" : String(loss[row - 1]),
    at(probe.trainingOutput, row),
    at(probe.inferenceOutput, row),
  ]);
}

/** The chosen step's batch in the first channel, as the table shows it. */
function computedBatch(
  momentum: number,
  runUpdateOps: boolean,
  step = 50,
): readonly (readonly string[])[] {
  const { inputs, trainingOutputs, inferenceOutputs, labels } = loopWith(
    momentum,
    runUpdateOps,
  ).inspect(step);
  const width = inputs.length / 32;
  return Array.from({ length: 32 }, (_, i) => [
    String(i),
    ...[inputs, trainingOutputs, inferenceOutputs].map((rows) => String(rows[i * width])),
    labels![i]!,
  ]);
}

async function shownRows(page: Page): Promise<readonly (readonly string[])[]> {
  await openTables(page, 3);
  await figureReady(page);
  return readRows(page, /^Statistics of alcohol/);
}

/** The operations of the graph with whether the step runs them. */
async function shownOperations(page: Page): Promise<Readonly<Record<string, string>>> {
  const rows = await readRows(page, /^Operations of the graph/);
  return Object.fromEntries(rows.map((row) => [row[0]!, row.at(-1)!]));
}

const flip = (page: Page, name = "run_update_ops") =>
  page.getByRole("switch", { name, exact: true }).click();

test("The switch runs the update operations; the numbers are the engine's, either way.", async ({
  page,
}) => {
  await openFigure(page, home);
  await expect(sentence(page)).toHaveText(
    "50 steps have run and the moving mean of alcohol is still 0 and its moving variance 1: nobody ran the update operations.",
  );
  expect(await shownRows(page)).toEqual(computedRows(0.99, false));
  expect(await shownOperations(page)).toMatchObject({
    "bn/batchnorm": "yes",
    "bn/AssignMovingAvg": "no",
    "bn/AssignMovingAvg_1": "no",
    train_step: "yes",
  });
  await expect(page.getByText("This line is missing:")).toBeVisible();

  await flip(page);
  await expectLink(page, { run_update_ops: "true" });
  await writeInto(page, "momentum", "0.9");
  await expectLink(page, { run_update_ops: "true", momentum: "0.9" });
  await expect(sentence(page)).toContainText("each ran the update operations: at momentum 0.9");
  expect(await shownRows(page)).toEqual(computedRows(0.9, true));
  expect(Object.values(await shownOperations(page))).toEqual(Array(9).fill("yes"));
  await expect(page.getByText("This line is missing:")).toHaveCount(0);

  await flip(page, "collect_before_layer");
  await expect(sentence(page)).toContainText("before there was a layer, and got an empty list.");
  expect(await shownRows(page)).toEqual(computedRows(0.9, false));

  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expectLink(page, {});
  expect(await shownRows(page)).toEqual(computedRows(0.99, false));
});

test("A finding names the fault, and its button mends it in the link and in the numbers.", async ({
  page,
}) => {
  const findings = page.getByTestId("findings");
  await openFigure(page, `${home}?momentum=0.9&run_update_ops=true&collect_before_layer=true`);
  await expect(findings.locator("summary")).toHaveText([
    "The update operations do not run",
    "Training and inference mode disagree",
  ]);
  await expect(findings).toContainText("before it makes the layer and gets an empty list");
  expect(await shownRows(page)).toEqual(computedRows(0.9, false));
  expect(await readRows(page, /^Outputs of step 50/)).toEqual(computedBatch(0.9, false));

  await findings.getByRole("button", { name: "Set collect_before_layer to false" }).click();
  await expectLink(page, { momentum: "0.9", run_update_ops: "true" });
  await figureReady(page);
  await expect(findings).toContainText("Nothing found");
  expect(await readRows(page, /^Statistics of alcohol/)).toEqual(computedRows(0.9, true));
  expect(await readRows(page, /^Outputs of step 50/)).toEqual(computedBatch(0.9, true));

  await page.getByRole("button", { name: "moving mean within 1 %" }).click();
  const { step } = landmarksOf(loopWith(0.9, true).loop.statistics, 0, 0.001)[0]!;
  await expect(place(page)).toHaveText(`step ${step} of 200`);
  await figureReady(page);
  expect(await readRows(page, /^Outputs of step/)).toEqual(computedBatch(0.9, true, step));
  // The statistics were not sent again.
  expect(await readRows(page, /^Statistics of alcohol/)).toEqual(computedRows(0.9, true));
});

test("A link restores the figure, and the step is read by keys, time-line and pointer.", async ({
  page,
}) => {
  await openFigure(page, `${home}?run_update_ops=true&momentum=0.9&step=20`);
  await expect(sentence(page)).toContainText("20 steps have run");
  await figure(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toHaveText("step 21 of 200");
  await page.keyboard.press("End");
  await expect(sentence(page)).toContainText("200 steps have run");
  await expect(
    page.getByRole("img", { name: "The graph. Step 200 runs", exact: false }),
  ).toBeVisible();
  const plot = page.getByRole("img", { name: /^variance of alcohol/ });
  const { width } = (await plot.boundingBox())!;
  await plot.click({ position: { x: width / 2, y: 20 } });
  await expect(place(page)).toHaveText("step 100 of 200");
  await expect(plots(page)).toHaveCount(4);
});

test("Figures of the playground lead to each other, and old links keep theirs.", async ({
  page,
}) => {
  await openFigure(page, "playground?momentum=0.5");
  const figures = page.getByRole("navigation", { name: "Figures" });
  await expect(figures.locator("[aria-current=page]")).toHaveText(
    "Batch against moving statistics",
  );
  await figures.getByRole("link", { name: "The update operations" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The update operations");
  await figureReady(page);
  await expect(figures.locator("[aria-current=page]")).toHaveText("The update operations");
  await expectLink(page, {});
});

test("A preset leads to the widget's own playground, and a strange argument is named.", async ({
  page,
}) => {
  await openFigure(page, `${home}?renorm=true`);
  await expect(notices(page)).toHaveText(
    'The link holds "renorm", which is not an argument of this figure. It is ignored.',
  );
  await page.getByRole("link", { name: "run with the step" }).click();
  await expectLink(page, { momentum: "0.9", run_update_ops: "true" });
  await figureReady(page);
  await expect(control(page, "momentum")).toHaveValue("0.9");
});

test("The pictures hold the graph, its boxes and its words.", async ({ page }) => {
  await openFigure(page, home);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("update-ops-alcohol.svg");
  const stream = await file.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const svg = Buffer.concat(chunks).toString("utf8");
  for (const text of [
    "What step 50 runs",
    "What becomes of alcohol",
    "moving_variance",
    "MovingAvg_1",
    "UPDATE_OPS",
    "train_step",
    "does not run",
  ]) {
    expect(svg).toContain(text);
  }
});
