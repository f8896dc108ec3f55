import { expect, test, type Page } from "@playwright/test";
import { layerConfigOf, runSettingsOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { fused } from "@/components/widgets/fused/widget";
import { fusedChoice } from "@/workers/fused-choice";
import {
  control,
  expectLink,
  figure,
  figureReady,
  notices,
  openFigure,
  sentence,
  writeInto,
} from "../support/site";
import { openTables, readRows } from "../support/tables";

const home = "playground/fused";

/** What the engine computes here, in Node: the rows of two tables, and the last question that is asked. */
function computed(patch: Partial<Experiment> = {}, channel = 0) {
  const experiment = { ...startOf(fused), ...patch };
  const { variances, questions, asked, calls } = fusedChoice({
    layer: layerConfigOf(experiment),
    run: runSettingsOf(experiment),
    dataRoot: "",
  });
  if (variances === null) throw new Error("there is no such axis");
  const width = variances.biased.length;
  const at = (rows: Float64Array | null, step: number): string =>
    rows === null ? "–" : String(rows[step * width + channel]);
  return {
    steps: Array.from({ length: calls + 1 }, (_, step) => [
      String(step),
      at(variances.unfused, step),
      at(variances.fused, step),
      at(variances.own, step),
    ]),
    answers: questions.map(({ isOpen }, i) => [isOpen ? "yes" : "no", i < asked ? "yes" : "no"]),
  };
}

async function shown(page: Page) {
  await openTables(page, 4);
  await figureReady(page);
  const path = await readRows(page, /^The questions of the layer/);
  return {
    steps: await readRows(page, /^Moving variance of /),
    answers: path.map((row) => row.slice(4, 6)),
  };
}

const deciding = (page: Page) => figure(page).locator('li[data-state="deciding"]');
const reached = (page: Page) => figure(page).locator("li[data-taken]");

test("What rules the fused implementation out is marked, and the numbers are the engine's.", async ({
  page,
}) => {
  test.slow();
  await openFigure(page, home);
  await expect(deciding(page)).toHaveCount(0);
  await expect(reached(page)).toHaveText(/^Fused/);
  expect(await shown(page)).toEqual(computed());

  await writeInto(page, "shape", "8, 3");
  await expectLink(page, { shape: "8,3" });
  await expect(deciding(page)).toContainText("Do the inputs have rank 4 or 5?");
  await expect(deciding(page)).toContainText("shape [8, 3], rank 2");
  await expect(reached(page)).toHaveText(/^Not fused/);
  expect(await shown(page)).toEqual(computed({ shape: [8, 3] }));

  await control(page, "fused").selectOption("false");
  await expect(deciding(page)).toContainText("fused=false");
  expect(await shown(page)).toEqual(computed({ shape: [8, 3], fused: false }));

  await control(page, "channel").selectOption("2");
  await expectLink(page, { shape: "8,3", fused: "false", channel: "2" });
  expect(await shown(page)).toEqual(computed({ shape: [8, 3], fused: false }, 2));
});

test("A refusal stands in the figure in the layer's words, and the version decides whether there is one.", async ({
  page,
}) => {
  await openFigure(page, `${home}?fused=true&virtual_batch_size=1`);
  await expect(deciding(page)).toContainText("ValueError");
  await expect(reached(page)).toContainText(
    "the constructor: fused=true excludes virtual_batch_size: virtual_batch_size must be null when fused=true. Received: virtual_batch_size=1",
  );
  await expect(notices(page)).toHaveCount(0);
  const refused = await shown(page);
  expect(refused).toEqual(computed({ fused: true, virtual_batch_size: 1 }));
  expect(refused.steps[1]?.[3]).toBe("–");

  await control(page, "profile").selectOption("tf-2.3-v1");
  await expect(reached(page)).toHaveText(/^Not fused/);
  await expect(sentence(page)).toContainText("although fused=true asks for the other");
  expect(await shown(page)).toEqual(
    computed({ fused: true, virtual_batch_size: 1, profile: "tf-2.3-v1" }),
  );
});

test("What TensorFlow does otherwise stands beside the path, with a link to the deviation.", async ({
  page,
}) => {
  await openFigure(page, `${home}?axis=-4`);
  const note = figure(page).getByRole("note", { name: "TensorFlow does otherwise" });
  await expect(note).toContainText("raises “Unsupported axis” in build");
  await expect(reached(page)).toHaveText(/^Not fused/);
  await control(page, "profile").selectOption("tf-2.3-v2");
  await expect(note).toHaveCount(0);
  await page.goBack();
  await note.getByRole("link").click();
  await expect(page).toHaveURL(/\/docs\/deviations\/?#axis-minus-four$/);
  await expect(page.locator("#axis-minus-four")).toBeInViewport();
});

test("A case is tried by its button, from the keyboard too, and taken back.", async ({ page }) => {
  await openFigure(page, home);
  const tried = figure(page).getByRole("button", { name: /^fused=true, axis=2, / });
  await tried.focus();
  await page.keyboard.press("Enter");
  await expectLink(page, { shape: "2,4,4,3", axis: "2", fused: "true" });
  await expect(tried).toHaveAttribute("aria-pressed", "true");
  await expect(deciding(page)).toContainText("axis=2");
  await expect(reached(page)).toContainText("Received: axis=2");
  await page.goBack();
  await expectLink(page, {});
  await expect(reached(page)).toHaveText(/^Fused/);
});

test("The arrow keys move the chosen step of both moving variances.", async ({ page }) => {
  await openFigure(page, home);
  await figure(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expectLink(page, { step: "2" });
  await expect(page.getByRole("heading", { name: "Step 2 of channel 0" })).toBeVisible();
  const [, , second] = computed().steps;
  await expect(
    figure(page)
      .getByRole("row", { name: /^fused/ })
      .getByRole("cell")
      .last(),
  ).toHaveText(Number(second?.[2]).toPrecision(5).replace(/0+$/, ""));
});

test("The page stays within a narrow window, and the picture holds path and variances.", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await openFigure(page, `${home}?virtual_batch_size=1&fused=true`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("fused-2x2x2x3.svg");
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const svg = Buffer.concat(chunks).toString("utf8");
  for (const text of ["The constructor asks", "Is renorm off?", "ValueError", "not asked"]) {
    expect(svg.includes(text), text).toBe(true);
  }
});
