import { expect, test, type Page } from "@playwright/test";
import { widgets } from "@/components/widgets/registry";
import { tableSource } from "@/engine/data/table-source";
import { initialDraws } from "@/engine/inspection/initial-draws";
import { layerConfigOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { trainingRun } from "@/engine/training/training-run";
import { optimizerOf } from "@/engine/training/run-optimizer";
import { expectLink, figure, figureReady, notices, openFigure, place } from "../support/site";
import { control, plots, sentence, writeInto } from "../support/site";
import { openTables, readRows, wine } from "../support/tables";

const home = "playground/parameters";

interface Shown {
  /** Step, value, gradients of loss and penalty, proposed, loss and penalty. */
  readonly steps: readonly (readonly string[])[];
  /** The run's first values, by channel. */
  readonly first: readonly string[];
  /** How many first values were counted. */
  readonly counted: number;
}

/** What the engine computes here, in Node, for the first channel of γ or β. */
function computed(patch: Partial<Experiment> = {}): Shown {
  const experiment = { ...startOf(widgets.parameters), ...patch };
  const { steps, seed, profile, parameter } = experiment;
  const layer = layerConfigOf(experiment);
  const optimizer = optimizerOf(experiment);
  const { statistics } = trainingRun(layer, tableSource(wine(), 32, seed), steps, {
    seed,
    profile,
    optimizer,
  });
  const draws = initialDraws({ layer, parameter, shape: [32, 13], profile, seed });
  const name = parameter === "beta" ? "beta" : "gamma";
  const history = statistics.parameters?.[name] ?? null;
  const text = (value: number | undefined): string => (value === undefined ? "–" : String(value));
  return {
    steps: Array.from({ length: steps + 1 }, (_, step) => {
      const of = (rows: Float64Array | undefined, width: number): string =>
        text(step === 0 ? undefined : rows?.[(step - 1) * width]);
      return [
        String(step),
        text(statistics[name][step * 13]),
        of(history?.lossGradient, 13),
        of(history?.penalty?.gradient, 13),
        of(history?.proposed, 13),
        of(history === null ? undefined : statistics.parameters?.loss, 1),
        of(history?.penalty?.perStep, 1),
      ];
    }),
    first: Array.from(draws?.drawn.slice(0, 13) ?? [], String),
    counted: draws?.drawn.length ?? 0,
  };
}

async function shown(page: Page): Promise<Shown> {
  await openTables(page, 3);
  await figureReady(page);
  const steps = await readRows(page, /at every step$/);
  const first = await readRows(page, /in this run$/);
  const counted = await readRows(page, /counted over \d+ seeds$/);
  return {
    steps: steps.map((row) => [0, 1, 2, 3, 4, 6, 7].map((column) => row[column]!)),
    first: first.map((row) => row[1]!),
    counted: counted.reduce((sum, row) => sum + Number(row[2]), 0),
  };
}

/**
 * Adam raises β₁ and β₂ to powers, which browsers may round otherwise than Node does; kept in float32, the values may
 * then differ by one unit of it.
 */
async function expectNear(page: Page, expected: Shown): Promise<void> {
  const { steps, ...rest } = await shown(page);
  expect(rest).toEqual({ first: expected.first, counted: expected.counted });
  expect(steps.map((row) => row.length)).toEqual(expected.steps.map((row) => row.length));
  steps.forEach((row, step) =>
    row.forEach((cell, column) => {
      const wanted = expected.steps[step]?.[column] ?? "";
      if (wanted === "–") expect(cell).toBe(wanted);
      else expect(Math.abs(Number(cell) - Number(wanted))).toBeLessThan(1e-6);
    }),
  );
}

test("Another initializer, regularizer and constraint have the engine's numbers.", async ({
  page,
}) => {
  await openFigure(page, home);
  expect(await shown(page)).toEqual(computed());
  await control(page, "gamma_regularizer").selectOption("l1");
  await expectLink(page, { gamma_regularizer: "l1" });
  await expect(sentence(page)).toContainText("In step 50 SGD moves γ of alcohol");
  expect(await shown(page)).toEqual(computed({ gamma_regularizer: "l1" }));
  await control(page, "gamma_constraint").selectOption("none");
  await control(page, "gamma_initializer").selectOption("he_normal");
  await expectLink(page, {
    gamma_regularizer: "l1",
    gamma_constraint: "none",
    gamma_initializer: "he_normal",
  });
  await expect(
    figure(page).getByRole("img", { name: /^First values: 1209 numbers of 93 seeds from N\(0,/ }),
  ).toBeVisible();
  expect(await shown(page)).toEqual(
    computed({
      gamma_regularizer: "l1",
      gamma_constraint: null,
      gamma_initializer: "he_normal",
    }),
  );
});

test("Another parameter, optimizer and learning rate have the engine's numbers.", async ({
  page,
}) => {
  await openFigure(page, `${home}?beta_initializer=random_uniform`);
  await control(page, "parameter").selectOption("beta");
  await expectLink(page, { parameter: "beta", beta_initializer: "random_uniform" });
  await expect(sentence(page)).toContainText("In step 50 SGD moves β of alcohol");
  const beta = { parameter: "beta", beta_initializer: "random_uniform" } as const;
  expect(await shown(page)).toEqual(computed(beta));
  await control(page, "optimizer").selectOption("adam");
  await writeInto(page, "learning_rate", "0.01");
  await expectLink(page, { ...beta, optimizer: "adam", learning_rate: "0.01" });
  await expect(sentence(page)).toContainText("In step 50 Adam moves β of alcohol");
  await expectNear(page, computed({ ...beta, optimizer: "adam", learning_rate: 0.01 }));
});

test("What is not there or not trained is said in place of its plots.", async ({ page }) => {
  await openFigure(page, `${home}?trainable=false`);
  await expect(plots(page)).toHaveCount(2);
  await expect(
    figure(page).getByText("A frozen layer has nothing to train: no gradient reaches it."),
  ).toBeVisible();
  expect(await shown(page)).toEqual(computed({ trainable: false }));
  await page.getByRole("switch", { name: "scale", exact: true }).click();
  await expect(plots(page)).toHaveCount(0);
  await expect(figure(page).getByText("The layer does not have this parameter.")).toBeVisible();
  await control(page, "parameter").selectOption("moving_mean");
  await expect(plots(page)).toHaveCount(2);
  await expect(sentence(page)).toContainText("the moving mean of alcohol is 0, as at the start");
  await expect(notices(page)).toHaveCount(0);
});

test("A parameter that there is not is refused by name.", async ({ page }) => {
  await openFigure(page, `${home}?parameter=kernel`);
  await expect(notices(page)).toHaveText(
    'parameter must be gamma, beta, moving_mean or moving_variance. Received: parameter="kernel". Using gamma instead.',
  );
});

test("By keyboard: steps in the figure, and another parameter.", async ({ page }) => {
  await openFigure(page, home);
  await figure(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toHaveText("step 51 of 60");
  await expect(sentence(page)).toContainText("In step 51 SGD moves γ of alcohol");
  await control(page, "parameter").focus();
  await page.keyboard.press("ArrowDown");
  await expectLink(page, { parameter: "beta", step: "51" });
  await expect(sentence(page)).toContainText("In step 51 SGD ");
  await page.keyboard.press("Control+z");
  await expectLink(page, { step: "51" });
});
