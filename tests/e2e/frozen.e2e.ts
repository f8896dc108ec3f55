import { expect, test, type Page } from "@playwright/test";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { freezingInVersions } from "@/engine/inspection/freezing";
import { freezingRecorder } from "@/engine/training/freezing-recorder";
import type { ProfileId } from "@/engine/spec/profiles";
import { trainingRun } from "@/engine/training/training-run";
import { control, expectLink, figureReady, openFigure, place, sentence } from "../support/site";
import { writeInto } from "../support/site";
import { openTables, readRows } from "../support/tables";

const home = "playground/frozen";
const steps = 200;
const width = 3;

interface Asked {
  readonly profile?: ProfileId;
  readonly frozenFrom?: number;
}

type Rows = readonly (readonly string[])[];

interface Shown {
  readonly statistics: Rows;
  readonly versions: Rows;
}

/** What the engine computes here, in Node, for the first channel. */
function computed({ profile = "keras-2-v2", frozenFrom = 100 }: Asked): Shown {
  const settings = { means: [3, 0, -20], deviations: [1, 2, 10], degreesOfFreedom: 3 };
  const source = syntheticSource({ ...settings, kind: "drift", driftPerStep: 0.02 }, 32, 1);
  const { observe, history } = freezingRecorder(steps, width);
  const layer = { momentum: 0.9 };
  const run = trainingRun(layer, source, steps, { profile, seed: 1, frozenFrom, observe });
  const { statistics } = run;
  const { training, inference } = history;
  const at = (values: Float64Array, row: number): string =>
    row < 0 ? "–" : String(values[row * width]);
  return {
    statistics: Array.from({ length: steps + 1 }, (_, row) => [
      String(row),
      at(statistics.batchMean, row - 1),
      at(statistics.movingMean, row),
      at(statistics.batchVariance, row - 1),
      at(statistics.movingVariance, row),
      at(statistics.gamma, row),
      at(statistics.beta, row),
      at(training.mean, row - 1),
      at(training.deviation, row - 1),
      at(inference.mean, row - 1),
      at(inference.deviation, row - 1),
    ]),
    versions: freezingInVersions(layer, run.inputsAt(1), 1).flatMap(({ profile, cases }) =>
      (cases.ok ? cases.value : []).flatMap(({ trainable, training, usesBatch, changes }) =>
        changes.map(({ name, before, after, isMoved }) => [
          profile,
          String(trainable),
          String(training),
          usesBatch ? "batch" : "moving",
          name,
          String(before[0]),
          String(after[0]),
          isMoved ? "yes" : "no",
        ]),
      ),
    ),
  };
}

async function shown(page: Page): Promise<Shown> {
  await openTables(page);
  await figureReady(page);
  return {
    statistics: await readRows(page, /^Statistics and outputs of /),
    versions: await readRows(page, /^One call and one optimizer step in every version/),
  };
}

test("Another step of freezing has the engine's numbers, and so has every version.", async ({
  page,
}) => {
  await openFigure(page, home);
  expect(await shown(page)).toEqual(computed({}));
  await writeInto(page, "frozen_from", "60");
  await expectLink(page, { frozen_from: "60" });
  await expect(sentence(page)).toContainText("Frozen since step 60");
  const { statistics, versions } = await shown(page);
  expect({ statistics, versions }).toEqual(computed({ frozenFrom: 60 }));
  expect(versions).toHaveLength(160);
  expect(new Set(statistics.slice(59).map((row) => row[2])).size).toBe(1);
});

test("Another step of the run leaves the engine's numbers as they are.", async ({ page }) => {
  await openFigure(page, home);
  const before = await shown(page);
  await control(page, "step slider").press("ArrowRight");
  await expectLink(page, { step: "181" });
  await expect(sentence(page)).toContainText("the mean of step 181’s batch");
  expect(await shown(page)).toEqual(before);
  expect(before).toEqual(computed({}));
  const highlighted = page.locator("tr[data-highlighted]");
  await expect(highlighted).toHaveCount(1);
  await expect(highlighted.getByRole("cell").first()).toHaveText("181");
});

test("An older version goes on where a newer one stops, by the engine's numbers.", async ({
  page,
}) => {
  await openFigure(page, home);
  await control(page, "profile").selectOption("tf-2.3-v1");
  await expect(page.getByText(/^The modes disagree/)).toBeVisible();
  expect(await shown(page)).toEqual(computed({ profile: "tf-2.3-v1" }));
  await control(page, "profile").selectOption("tf-1.4");
  await expectLink(page, { profile: "tf-1.4" });
  await expect(sentence(page)).toContainText("has gone on from");
  expect(await shown(page)).toEqual(computed({ profile: "tf-1.4" }));
  const row = page.getByRole("row", { name: /TensorFlow 1\.4 \(chosen\)/ });
  await expect(row.getByRole("cell").nth(2)).toHaveText("batchmoving_meanmoving_variance");
});

test("The finding's remedy lets the layer train on, and an emptied field does the same.", async ({
  page,
}) => {
  await openFigure(page, home);
  await page.getByRole("button", { name: "Set frozen_from to none" }).click();
  await expectLink(page, { frozen_from: "none" });
  await expect(sentence(page)).toContainText("The layer is trainable in all 200 steps");
  await writeInto(page, "frozen_from", "1");
  await expectLink(page, { frozen_from: "1" });
  await expect(sentence(page)).toContainText("Frozen from the start");
  await control(page, "frozen_from").fill("");
  await expectLink(page, { frozen_from: "none" });
  await page.keyboard.press("Control+z");
  await expectLink(page, { frozen_from: "1" });
});

test("A value that is none is named, and the figure keeps its start's.", async ({ page }) => {
  await openFigure(page, `${home}?frozen_from=0`);
  await expect(page.locator(".notice:visible")).toHaveText(
    'frozen_from must be an integer from 1 to 10000, or none. Received: frozen_from="0". Using 100 instead.',
  );
  await page.getByRole("group", { name: /^Figure\./ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toHaveText("step 181 of 200");
  await expect(sentence(page)).toContainText("the mean of step 181’s batch");
});
