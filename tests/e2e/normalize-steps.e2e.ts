import { readFileSync } from "node:fs";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import type { BatchNormArguments } from "@/engine/layer/configuration";
import type { CellEdit } from "@/engine/spec/cell-edit";
import { trainingRun } from "@/engine/training/training-run";
import { readMeasured } from "@/workers/data/measured-tables";
import { expectLink, figure, figureReady, notices, openFigure } from "../support/site";
import { control, place, sentence, writeInto } from "../support/site";
import { openTables, readRows } from "../support/tables";

const home = "playground/normalize-steps";
const penguins = readMeasured(
  "penguins",
  readFileSync("public/data/penguins.csv", "utf8"),
  "drop-rows",
);

interface Asked {
  readonly layer?: BatchNormArguments;
  readonly edits?: readonly CellEdit[];
  readonly channel?: number;
}

type Rows = readonly (readonly string[])[];

interface Shown {
  /** Input, mean, variance, x̂ and output of each example. */
  readonly cells: Rows;
  /** Moving mean and variance of each channel, before and after the step. */
  readonly moving: Rows;
}

/** What the engine computes here, in Node, for step 50. */
function computed({ layer = {}, edits = [], channel = 0 }: Asked): Shown {
  const run = trainingRun({ momentum: 0.9, ...layer }, tableSource(penguins, 6, 1), 60, { edits });
  const { inputs, call, trainingOutputs } = run.inspect(50);
  const { movingMean, movingVariance } = run.statistics;
  return {
    cells: Array.from({ length: 6 }, (_, example) => {
      const ghost = (example % call.ghostBatches) * 4 + channel;
      const at = example * 4 + channel;
      return [
        inputs[at],
        call.used.mean[ghost],
        call.used.variance[ghost],
        call.normalized[at],
        trainingOutputs[at],
      ].map(String);
    }),
    moving: Array.from({ length: 4 }, (_, c) =>
      [movingMean, movingVariance].flatMap((values) =>
        [49, 50].map((row) => String(values[row * 4 + c])),
      ),
    ),
  };
}

async function shown(page: Page): Promise<Shown> {
  await openTables(page, 3);
  await figureReady(page);
  const cells = await readRows(page, / in step 50, from input to output$/);
  const moving = await readRows(page, /^Moving statistics before and after step 50$/);
  return {
    cells: cells.map((row) => [2, 3, 4, 5, 14].map((column) => row[column]!)),
    moving: moving.map((row) => row.slice(1)),
  };
}

const grid = (page: Page): Locator => page.getByRole("grid");
const selected = (page: Page): Locator => grid(page).getByRole("gridcell", { selected: true });
const focused = (page: Page): Locator => page.locator(":focus");

/** Leads the focus to the selected cell, as Tab does. */
const enterGrid = (page: Page): Promise<void> =>
  grid(page).locator('[role="gridcell"][tabindex="0"]').focus();

test("By keyboard a cell is found and edited; the run, its moving statistics included, is the engine's.", async ({
  page,
}) => {
  await openFigure(page, home);
  expect(await shown(page)).toEqual(computed({}));
  await enterGrid(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expectLink(page, { example: "2", channel: "1" });
  await expect(selected(page)).toHaveAccessibleName(/^Example 2, beak_depth_mm: x̂ = /);
  expect(await shown(page)).toEqual(computed({ channel: 1 }));

  await page.keyboard.press("Enter");
  await expect(control(page, "x of example 2, beak_depth_mm")).toBeFocused();
  await page.keyboard.type("-3.5");
  await expectLink(page, { example: "2", channel: "1", edits: "50.2.1:-3.5" });
  const edits = [{ step: 50, example: 2, channel: 1, value: -3.5 }];
  const { cells, moving } = await shown(page);
  expect({ cells, moving }).toEqual(computed({ edits, channel: 1 }));
  expect(moving).not.toEqual(computed({}).moving);
  await expect(
    page.getByText("The run is computed with 1 edited input, 1 in this step"),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(selected(page)).toBeFocused();
  await expect(selected(page)).toHaveAccessibleName(/, edited input$/);

  await page.keyboard.press("Control+z");
  await expectLink(page, { example: "2", channel: "1" });
  await page.keyboard.press("Control+Shift+Z");
  await expectLink(page, { example: "2", channel: "1", edits: "50.2.1:-3.5" });
  await page.getByRole("button", { name: "Take this edit back" }).click();
  await expectLink(page, { example: "2", channel: "1" });
  expect(await shown(page)).toEqual(computed({ channel: 1 }));
});

test("What is typed on a cell is its new input, and what is no number says so and loses nothing.", async ({
  page,
}) => {
  await openFigure(page, `${home}?edits=50.0.0:45`);
  await enterGrid(page);
  await page.keyboard.type("7x");
  const field = control(page, "x of example 0, beak_length_mm");
  await expect(field).toHaveValue("7x");
  const problem = 'edits must be given a value that is a finite number. Received: value="7x"';
  await expect(page.getByRole("alert").filter({ hasText: "edits" })).toHaveText(problem);
  await expect(field).toHaveAccessibleDescription(problem);
  await expectLink(page, { edits: "50.0.0:7" });
  await page.keyboard.press("Backspace");
  await page.keyboard.type("5");
  await expect(page.getByRole("alert").filter({ hasText: "edits" })).toHaveCount(0);
  await expectLink(page, { edits: "50.0.0:75" });

  await writeInto(page, "edits", "50.0.0");
  await expect(page.getByRole("alert").filter({ hasText: "edits" })).toHaveText(
    'edits must be at most 200 cells, each once, as step.example.channel:value in 50.2.0:99.5, or none. Received: edits="50.0.0"',
  );
  await expectLink(page, { edits: "50.0.0:75" });
  await writeInto(page, "edits", "50.1.3:1e4");
  await expectLink(page, { edits: "50.1.3:10000" });
  const edits = [{ step: 50, example: 1, channel: 3, value: 10000 }];
  expect((await shown(page)).moving).toEqual(computed({ edits }).moving);
});

test("Keys and buttons lead through the stages, and every stage has its formula.", async ({
  page,
}) => {
  await openFigure(page, `${home}?stage=inputs&example=3`);
  const formula = figure(page).locator("p").filter({ hasText: / = / });
  await enterGrid(page);
  const stages = [
    ["n", "mean", /^mean of the m = 6 inputs/],
    ["n", "variance", /^their variance/],
    ["N", null, /^normalized: x̂ = /],
    ["n", "output", /^output: y = γ · x̂ \+ β/],
    ["p", null, /^normalized: x̂ = /],
  ] as const;
  for (const [key, stage, text] of stages) {
    await page.keyboard.press(key);
    await expectLink(page, { ...(stage && { stage }), example: "3" });
    await expect(formula.filter({ hasText: text })).toBeVisible();
    await expect(
      page.getByRole("button", { pressed: true, name: stage ?? "normalized" }),
    ).toBeVisible();
  }
  const mean = Number(computed({}).cells[3]![1]);
  await page.getByRole("button", { name: /mean$/ }).click();
  await expect(sentence(page)).toHaveText(
    `The mean of beak_length_mm is μ = ${mean.toPrecision(4)}, over the 6 inputs of its column.`,
  );
  await expect(selected(page)).toHaveAccessibleName(
    `mean μ, beak_length_mm: ${mean.toPrecision(4)}`,
  );
  const next = page.getByRole("button", { name: "Next stage" });
  await next.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("Enter");
  await expectLink(page, { stage: "output", example: "3" });
  await expect(next).toBeFocused();
  await page.getByRole("button", { name: "Previous stage" }).click();
  await expectLink(page, { example: "3" });

  await figure(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toHaveText("step 51 of 60");
});

for (const { query, row, keys } of [
  { query: "stage=output", row: /^γ, /, keys: ["p", "p", "n"] },
  { query: "stage=renorm&renorm=true", row: /^r, /, keys: ["n", "p", "p"] },
  { query: "stage=normalized", row: /^mean μ, /, keys: ["p", "p", "p", "n"] },
] as const) {
  test(`Where a stage takes the focused row away, the keys go on: ${query}.`, async ({ page }) => {
    await openFigure(page, `${home}?${query}&example=5`);
    await enterGrid(page);
    await page.keyboard.press("ArrowDown");
    await expect(focused(page)).toHaveAccessibleName(row);
    const pressed = page
      .getByRole("list", { name: "Stages" })
      .getByRole("button", { pressed: true });
    for (const key of keys) {
      const before = await pressed.innerText();
      await page.keyboard.press(key);
      await expect(pressed).not.toHaveText(before);
      await expect(grid(page).locator(":focus")).toHaveCount(1);
    }
    await page.keyboard.press("ArrowRight");
    await expect(focused(page)).toHaveAccessibleName(/beak_depth_mm/);
  });
}

test("Every row below the examples has a formula of its own, by click and by key.", async ({
  page,
}) => {
  await openFigure(page, `${home}?stage=output&optimizer=sgd&example=5`);
  const formula = figure(page).locator("p").filter({ hasText: / = / });
  const row = (name: RegExp): Locator => grid(page).getByRole("gridcell", { name }).first();
  await expect(formula).toHaveText(/^output: y = γ · x̂ \+ β/);
  await row(/^γ, /).click();
  await expect(formula).toHaveText(
    /^γ of beak_length_mm: learned in 49 optimizer steps, from 1γ = 0\.\d+; step 50 makes it 0\.\d+$/,
  );
  await expect(selected(page)).toHaveAccessibleName(/^γ, beak_length_mm: /);
  await page.keyboard.press("ArrowDown");
  await expect(formula).toHaveText(
    /^β of beak_length_mm: learned in 49 optimizer steps, from 0β = /,
  );
  await page.keyboard.press("ArrowRight");
  await expect(formula).toHaveText(/^β of beak_depth_mm: /);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(formula).toHaveText(/^output: y = /);

  await page.getByRole("button", { name: "Previous stage" }).click();
  await row(/^variance v, /).click();
  const [, , variance] = computed({ layer: {} }).cells[5]!;
  await expect(formula).toHaveText(
    new RegExp(
      `^their variancev = .* / 6 = ${Number(variance).toPrecision(5).replace(/0+$/, "")}$`,
    ),
  );
  await row(/^mean μ, /).click();
  await expect(formula).toHaveText(/^mean of the m = 6 inputsμ = /);

  await openFigure(page, `${home}?stage=renorm&renorm=true&example=5`);
  await row(/^d, /).click();
  await expect(formula).toHaveText(/^d: the batch’s mean against renorm’s own; no boundsd = /);
  await row(/^r, /).click();
  await expect(formula).toHaveText(/^r: the batch’s deviation /);
});

test("Ghost batches have a mean each, which leads to the examples behind it.", async ({ page }) => {
  await openFigure(page, `${home}?stage=mean&virtual_batch_size=3`);
  expect(await shown(page)).toEqual(computed({ layer: { virtual_batch_size: 3 } }));
  await enterGrid(page);
  await page.keyboard.press("ArrowDown");
  await expectLink(page, { stage: "mean", virtual_batch_size: "3", example: "1" });
  await expect(sentence(page)).toContainText("over the 3 inputs of ghost batch 1.");
  const sharing = grid(page).getByRole("gridcell", { name: /counts in|the selected example/ });
  await expect(sharing).toHaveCount(3);
  await expect(focused(page)).toHaveAccessibleName(/^mean μ of ghost batch 1/);
});

test("A frozen layer is told to use its moving statistics, and has no stage that it does without.", async ({
  page,
}) => {
  await openFigure(page, `${home}?stage=renorm&trainable=false&renorm=true`);
  await expect(notices(page)).toHaveText(
    "stage must be one of inputs, mean, variance, normalized, output while the layer is frozen. Received: stage=renorm. Using normalized instead.",
  );
  await expect(page.getByText("The layer is frozen: it runs in inference mode")).toBeVisible();
  await page.getByRole("button", { name: /mean$/ }).click();
  await expect(notices(page)).toHaveCount(0);
  await expect(sentence(page)).toHaveText(
    "A frozen layer takes no mean of its batch: μ is the moving mean of beak_length_mm, 0.",
  );
  await expect(selected(page)).toHaveAccessibleName("moving mean μ, beak_length_mm: 0");
});

test("A large batch is read part by part, by keys and by buttons.", async ({ page }) => {
  await openFigure(page, `${home}?data=wine&batch_size=178`);
  const rest = { data: "wine", batch_size: "178" };
  await enterGrid(page);
  await page.keyboard.press("PageDown");
  await expectLink(page, { ...rest, example: "16" });
  await expect(focused(page)).toHaveAccessibleName(/^Example 16, alcohol/);
  await page.keyboard.press("ArrowUp");
  await expectLink(page, { ...rest, example: "15" });
  await expect(focused(page)).toHaveAccessibleName(/^Example 15, alcohol/);
  await page.keyboard.press("Control+End");
  await expectLink(page, { ...rest, example: "177", channel: "12" });
  await expect(focused(page)).toHaveAccessibleName(/^Example 177, proline/);
  await expect(grid(page).getByRole("gridcell")).toHaveCount((2 + 2) * 5);
  await page.getByRole("button", { name: "previous examples" }).click();
  await page.getByRole("button", { name: "previous channels" }).click();
  await expectLink(page, { ...rest, example: "160" });
  await expect(
    page.getByText("Here are examples 160 to 175 of 178 and channels 0 to 7 of 13"),
  ).toBeVisible();
  await expect(control(page, "example")).toHaveValue("160");
});

test("Padding cannot be edited, and edits of it are named.", async ({ page }) => {
  await openFigure(page, `${home}?padding=2&example=5&edits=50.4.0:1`);
  await expect(notices(page)).toHaveText(
    "edits must be of cells that the run has: steps 1 to 60, examples 0 to 3, channels 0 to 3. Received: edits=50.4.0:1. Without effect.",
  );
  await expect(
    page.getByText("Example 5 is padding: its inputs are 0 and cannot be edited."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Take back the one edit" }).click();
  await expect(notices(page)).toHaveCount(0);
});

test("The picture holds the cells, their names and the formula's title.", async ({ page }) => {
  await openFigure(page, home);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("normalize-steps-beak_length_mm.svg");
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const svg = Buffer.concat(chunks).toString("utf8");
  for (const text of ["example 5", "variance v", "Step 50, stage 4 of 5: x̂ = (x − μ) / √(v + ε)"]) {
    expect(svg).toContain(text);
  }
});
