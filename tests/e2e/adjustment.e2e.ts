import { expect, test, type Page } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import type { BatchNormArguments } from "@/engine/layer/configuration";
import { adjustmentRecorder, drawnAt } from "@/engine/training/adjustment-recorder";
import { trainingRun } from "@/engine/training/training-run";
import { unadjustedOutputs } from "@/engine/training/unadjusted";
import { control, expectLink, figureReady, notices, openFigure } from "../support/site";
import { plots, sentence, writeInto } from "../support/site";
import { openTables, readRows, wine } from "../support/tables";

const home = "playground/adjustment";
const step = 100;
const steps = 200;

type Rows = readonly (readonly string[])[];

interface Shown {
  readonly examples: Rows;
  readonly draws: Rows;
  readonly series: Rows;
}

type Given = BatchNormArguments["adjustment"];

/** What the engine computes here, in Node, for the first channel; `followed` is its feature, or an example. */
function computed(adjustment: Given, followed = 0): Shown {
  const layer = { momentum: 0.9, adjustment };
  const { observe, history } = adjustmentRecorder(steps);
  const run = trainingRun(layer, tableSource(wine(), 32, 1), steps, { seed: 1, observe });
  const { inputs, trainingOutputs, inferenceOutputs, call } = run.inspect(step);
  const unadjusted = unadjustedOutputs(run, layer, step);
  const all = history()!;
  const { count, scale, bias } = drawnAt(all, step);
  const width = run.statistics.channels.length;
  return {
    examples: Array.from({ length: 32 }, (_, n) => [
      String(n),
      ...[
        inputs,
        call.normalized,
        call.adjustment!.scale,
        call.adjustment!.bias,
        trainingOutputs,
        unadjusted,
        inferenceOutputs,
      ].map((values) => String(values[n * width])),
    ]),
    draws: Array.from(scale, (value, i) => [String(i), String(value), String(bias[i])]),
    series: Array.from({ length: steps }, (_, i) => [
      String(i + 1),
      String(all.scale[i * count + followed]),
      String(all.bias[i * count + followed]),
    ]),
  };
}

async function shown(page: Page): Promise<Shown> {
  await openTables(page, 3);
  await figureReady(page);
  return {
    examples: await readRows(page, /^Examples of step /),
    draws: await readRows(page, /^Draws of step /),
    series: await readRows(page, /^Draws of every step /),
  };
}

test("Another spread, and draws per example, have the engine's numbers.", async ({ page }) => {
  await openFigure(page, home);
  expect(await shown(page)).toEqual(computed({ scale: 0.07, bias: 0.1 }));
  await writeInto(page, "adjustment scale", "0.4");
  await expectLink(page, { adjustment: "scale:0.4,bias:0.1" });
  await expect(page.getByText("for alcohol: all 32 examples")).toBeVisible();
  expect(await shown(page)).toEqual(computed({ scale: 0.4, bias: 0.1 }));
  await control(page, "adjustment per").selectOption("example");
  await writeInto(page, "example", "7");
  await expectLink(page, { adjustment: "scale:0.4,bias:0.1,per:example", example: "7" });
  await expect(sentence(page)).toContainText("for example 7: all its features share them");
  const perExample = { scale: 0.4, bias: 0.1, per: "example" } as const;
  const { draws, ...rest } = await shown(page);
  expect({ draws, ...rest }).toEqual(computed(perExample, 7));
  expect(draws).toHaveLength(32);
  await control(page, "adjustment per").selectOption("feature");
  await expectLink(page, { adjustment: "scale:0.4,bias:0.1", example: "7" });
});

test("Without an adjustment nothing is drawn.", async ({ page }) => {
  await openFigure(page, home);
  await page.getByRole("switch", { name: "adjustment" }).click();
  await expectLink(page, { adjustment: "none" });
  await expect(sentence(page)).toContainText("No adjustment: step 100 gives");
  await expect(plots(page)).toHaveCount(2);
  await openTables(page, 1);
});

test("Ghost batches and TensorFlow 1.4 refuse it, with the layer's message.", async ({ page }) => {
  await openFigure(page, `${home}?virtual_batch_size=8`);
  await expect(notices(page)).toContainText("adjustment cannot be specified");
  await openFigure(page, `${home}?profile=tf-1.4`);
  await expect(notices(page)).toContainText("Keyword argument not understood: adjustment.");
});

test("A link that draws for something else is named.", async ({ page }) => {
  await openFigure(page, `${home}?adjustment=scale:0.1,bias:0,per:batch`);
  await expect(notices(page)).toContainText(
    'adjustment must be two spreads of at least 0 as in scale:0.07,bias:0.1, which per:example draws for examples instead of features, or none. Received: adjustment="scale:0.1,bias:0,per:batch". Using scale:0.07,bias:0.1 instead.',
  );
});
