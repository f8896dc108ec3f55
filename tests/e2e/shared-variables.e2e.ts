import { expect, test, type Page } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import { sharedVariables } from "@/engine/graph/shared-variables";
import { settingsFor } from "@/engine/graph/shared-variables-settings";
import { sharedVariables as widget } from "@/components/widgets/shared-variables/widget";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
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

const home = "playground/shared-variables";

type Rows = readonly (readonly string[])[];

interface Numbers {
  readonly steps: Rows;
  readonly variables: Rows;
}

/** What the engine computes here, in Node, for the first channel: a row per step, and the variables after step 10. */
function computed(patch: Partial<Experiment> = {}): Numbers {
  const { graph, training, channels } = sharedVariables(
    tableSource(wine(), 32, 1),
    settingsFor({ ...startOf(widget), ...patch }),
  );
  if (training === null) throw new Error("refused");
  const width = channels.length;
  const at = (values: Float64Array, row: number): string =>
    row < 0 ? "–" : String(values[row * width]);
  const meanOf = (call: number): Float64Array => {
    const means = graph.variables.flatMap(({ name }, i) =>
      name.endsWith("moving_mean") ? [training.values[i]!] : [],
    );
    return means[Math.min(call, means.length - 1)]!;
  };
  const { batchMeans, trainingOutputs, inferenceOutputs, loss, values } = training;
  return {
    steps: Array.from({ length: 41 }, (_, row) => [
      String(row),
      row === 0 ? "–" : String(loss[row - 1]),
      at(batchMeans[0]!, row - 1),
      at(batchMeans[1]!, row - 1),
      at(meanOf(0), row),
      at(meanOf(1), row),
      at(trainingOutputs[0]!, row),
      at(inferenceOutputs[0]!, row),
      at(trainingOutputs[1]!, row),
      at(inferenceOutputs[1]!, row),
    ]),
    variables: graph.variables.map(({ name }, i) => [
      `${name}:0`,
      at(values[i]!, 0),
      at(values[i]!, 10),
    ]),
  };
}

async function shown(page: Page): Promise<Numbers> {
  await openTables(page, 3);
  await figureReady(page);
  const variables = await readRows(page, /^Variables of the graph/);
  return {
    steps: await readRows(page, /^Both calls in alcohol/),
    variables: variables.map((row) => [row[0]!, row.at(-2)!, row.at(-1)!]),
  };
}

const usersOf = async (page: Page): Promise<readonly string[]> =>
  (await readRows(page, /^Variables of the graph/)).map((row) => row[2]!);

test("A name and reuse decide what is shared; the numbers are the engine's, either way.", async ({
  page,
}) => {
  await openFigure(page, home);
  await expect(sentence(page)).toHaveText(
    "The second call made 4 variables of its own, in batch_normalization_1: the graph has 8 variables, and the two calls share none.",
  );
  expect(await shown(page)).toEqual(computed());

  await writeInto(page, "first_name", "bn");
  await expect(sentence(page)).toContainText("in batch_normalization: the graph has 8");
  await writeInto(page, "name", "bn");
  await expect(notices(page)).toHaveText(
    'ValueError: name must be new in its scope, or reuse must be true or "auto": variable bn/gamma already exists. Received: name="bn/gamma", reuse=false',
  );
  await expect(sentence(page)).toContainText("raises a ValueError at the second call");
  await expect(plots(page)).toHaveCount(1);
  expect(await readRows(page, /^Variables of the graph/)).toHaveLength(4);

  await control(page, "reuse").selectOption("true");
  await expectLink(page, { first_name: "bn", name: "bn", reuse: "true" });
  await expect(sentence(page)).toHaveText(
    "The second call found 4 variables of the first, in bn: the graph has 4 variables, and both calls use them.",
  );
  const names = { first_name: "bn", name: "bn", reuse: true } as const;
  expect(await shown(page)).toEqual(computed(names));
  expect(await usersOf(page)).toEqual(Array(4).fill("both calls"));

  await control(page, "updates_of").selectOption("both");
  await expect(page.getByText("Each step moves bn/moving_mean:0 twice")).toBeVisible();
  expect(await shown(page)).toEqual(computed({ ...names, updates_of: "both" }));
});

test("A scope that is entered again shares where it reuses, and is refused where it does not.", async ({
  page,
}) => {
  await openFigure(page, home);
  await expect(control(page, "scope_reuse")).toHaveCount(0);
  await writeInto(page, "scope", "siamese");
  await expect(notices(page)).toContainText("variable siamese/batch_normalization/gamma already");
  await control(page, "scope_reuse").selectOption("auto");
  await expect(sentence(page)).toContainText("4 variables of the first, in siamese/batch_norm");
  await expectLink(page, { scope: "siamese", scope_reuse: "auto" });
  await expect(
    page.getByRole("img", { name: "in siamese/batch_normalization, used by both calls" }),
  ).toBeVisible();
});

test("A link restores the figure, a step is read by keys, and an emptied name is none.", async ({
  page,
}) => {
  await openFigure(page, `${home}?first_name=bn&step=20&name=bn&reuse=auto`);
  await expect(page.getByText("20 steps have trained", { exact: false })).toBeVisible();
  await figure(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toHaveText("step 21 of 40");
  await control(page, "name").fill("");
  await expectLink(page, { first_name: "bn", step: "21", reuse: "auto" });
  await expect(sentence(page)).toContainText("in batch_normalization: the graph has 8 variables");
});

test("The page of an argument shows it at work.", async ({ page }) => {
  await page.goto("docs/arguments/reuse");
  await figureReady(page);
  await writeInto(page, "name", "bn");
  await control(page, "reuse").selectOption("true");
  await expect(sentence(page)).toContainText("raises a ValueError");
  await writeInto(page, "first_name", "bn");
  await expect(sentence(page)).toContainText("both calls use them");
});

test("The pictures hold the frames, the names and the message.", async ({ page }) => {
  await openFigure(page, `${home}?first_name=bn&name=bn`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("shared-variables-alcohol.svg");
  const stream = await file.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const svg = Buffer.concat(chunks).toString("utf8");
  for (const text of [
    "second call",
    "used by the first",
    "bn/gamma already exists",
    "ValueError",
  ]) {
    expect(svg).toContain(text);
  }
});

test("A long run of it shows how far it is, and stops when told to.", async ({ page }) => {
  await openFigure(page, home);
  await control(page, "steps").fill("10000");
  await expect(page.getByRole("progressbar", { name: "Steps done" })).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(notices(page)).toContainText("The run was stopped at step");
});
