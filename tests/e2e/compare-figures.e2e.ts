import { expect, test, type Page } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import { sharedVariables } from "@/engine/graph/shared-variables";
import { settingsFor } from "@/engine/graph/shared-variables-settings";
import { trainingLoop } from "@/engine/graph/training-loop";
import { layerConfigOf, runSettingsOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { axis } from "@/components/widgets/axis/widget";
import { fused } from "@/components/widgets/fused/widget";
import { sharedVariables as twoCalls } from "@/components/widgets/shared-variables/widget";
import { fusedChoice } from "@/workers/fused-choice";
import { grouping } from "@/workers/grouping";
import { expectLink, figure, figureReady, openFigure } from "../support/site";
import { readRows, wine } from "../support/tables";

const requestFor = (experiment: Experiment) => ({
  layer: layerConfigOf(experiment),
  run: runSettingsOf(experiment),
  dataRoot: "",
});

async function openComparison(page: Page): Promise<void> {
  await figureReady(page);
  await page.getByText("The numbers of the comparison").click();
  await expect(page.getByRole("region", { name: /^Both configurations at / })).toBeVisible();
  await figureReady(page);
}

/** Both numbers of a quantity at the chosen step. */
async function shownValue(page: Page, name: string): Promise<readonly string[]> {
  const rows = await readRows(page, /^Both configurations at /);
  const row = rows.find(([quantity]) => quantity === name);
  return row?.slice(1, 3) ?? [];
}

test("Batch and layer normalization stand beside each other on the same element.", async ({
  page,
}) => {
  await openFigure(page, "playground/axis");
  await page.getByRole("button", { name: "Compare" }).click();
  await expectLink(page, { compare: "" });
  await page.getByRole("switch", { name: "layer_normalization" }).click();
  await expectLink(page, { compare: "layer_normalization=true" });
  await expect(page.getByTestId("comparison")).toContainText(
    "The first has 3 means, each over 32 elements; the second has 2 means, each over 48 elements.",
  );

  // A cell of the second tensor chooses the element of both.
  await page
    .getByRole("region", { name: "Second configuration" })
    .getByRole("gridcell", { name: "Element [0, 1, 1, 2]", exact: false })
    .click();
  await expectLink(page, { element: "17", compare: "layer_normalization=true" });
  await expect(figure(page).locator('[aria-selected="true"]')).toHaveCount(2);
  await openComparison(page);
  const normalized = (patch: Partial<Experiment>) =>
    String(grouping(requestFor({ ...startOf(axis), ...patch })).shared?.normalized[17]);
  expect(await shownValue(page, "x̂")).toEqual([
    normalized({}),
    normalized({ layer_normalization: true }),
  ]);

  await page.reload();
  await figureReady(page);
  await expect(figure(page).locator('[aria-selected="true"]')).toHaveCount(2);
});

test("Both implementations stand beside each other with the moving variance of each.", async ({
  page,
}) => {
  await openFigure(page, "playground/fused?compare=fused%3Dfalse");
  await expect(page.getByTestId("comparison")).toContainText(
    "The first runs fused, the second runs unfused.",
  );
  await openComparison(page);
  const own = (patch: Partial<Experiment>): Float64Array =>
    fusedChoice(requestFor({ ...startOf(fused), ...patch })).variances!.own!;
  const [one, two] = [own({}), own({ fused: false })];
  const width = one.length / 51;
  const rows = await readRows(page, /in both at every step$/);
  expect(rows).toHaveLength(51);
  rows.forEach((row, t) => {
    const [a, b] = [one[t * width]!, two[t * width]!];
    expect(row).toEqual([t, a, b, b - a].map(String));
  });
});

test("A program without the update operations stands beside one that runs them.", async ({
  page,
}) => {
  await openFigure(page, "playground/update-ops?momentum=0.9&compare=run_update_ops%3Dtrue");
  await expect(page.getByTestId("comparison")).toContainText(
    "Step 50 runs 7 of 9 operations in the first and 9 of 9 in the second.",
  );
  await openComparison(page);
  const loss = (runUpdateOps: boolean) =>
    String(
      trainingLoop(tableSource(wine(), 32, 1), {
        layer: { momentum: 0.9 },
        steps: 200,
        seed: 1,
        learningRate: 0.05,
        runUpdateOps,
      }).loop.probe.inferenceLoss[50],
    );
  expect(await shownValue(page, "loss of the first batch, inference mode")).toEqual([
    loss(false),
    loss(true),
  ]);
});

test("Calls that share their variables stand beside calls that do not.", async ({ page }) => {
  await openFigure(
    page,
    "playground/shared-variables?first_name=bn&name=bn&reuse=true&compare=name%3Dother%26reuse%3Dnull",
  );
  await expect(page.getByTestId("comparison")).toContainText(
    "With the first both calls use the same 4 variables, with the second the calls share no variable.",
  );
  await openComparison(page);
  const output = (patch: Partial<Experiment>) => {
    const settings = settingsFor({ ...startOf(twoCalls), first_name: "bn", ...patch });
    const { training, channels } = sharedVariables(tableSource(wine(), 32, 1), settings);
    return String(training!.inferenceOutputs[1]![10 * channels.length]);
  };
  expect(await shownValue(page, "second output, inference")).toEqual([
    output({ name: "bn", reuse: true }),
    output({ name: "other", reuse: null }),
  ]);
});

test("Both configurations are drawn on the same axes, and the first alone on its own again.", async ({
  page,
}) => {
  const ticks = async (): Promise<readonly (readonly string[])[]> => {
    await figureReady(page);
    const plots = await figure(page)
      .getByRole("img", { name: /^mean of alcohol / })
      .all();
    return Promise.all(plots.map((plot) => plot.locator("[aria-hidden] text").allTextContents()));
  };
  // An axis holds the batches, which are near 13, and the initial value.
  await openFigure(page, "playground/update-ops?compare=moving_mean_initializer%3D100");
  await expect(page.getByTestId("comparison")).toBeVisible();
  expect(await ticks()).toEqual([
    ["0", "50", "100"],
    ["0", "50", "100"],
  ]);
  await page.getByRole("button", { name: "Stop comparing" }).click();
  await expectLink(page, {});
  expect(await ticks()).toEqual([["0", "5", "10"]]);
});
