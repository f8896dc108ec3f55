import { expect, test } from "@playwright/test";
import { control, expectLink, figureReady, notices, openFigure } from "../support/site";
import { expectNumbers, shownNumbers, wine } from "../support/tables";

test("Values a link cannot have are named, and the defaults stand in for them.", async ({
  page,
}) => {
  await openFigure(
    page,
    "playground?data=iris&batch_size=1.5&steps=&momentum=2&epsilon=1e999&trainable=maybe&beta_initializer=l2&gamma_regularizer=l2(l1:1)&renorm_clipping=rmax:many&adjustment=scale:-1,bias:0&virtual_batch_size=0&fused=auto&dtype=int8",
  );
  await expect(notices(page)).toHaveText([
    'data must be wine, digits, penguins, gaussian, drift, heavy-tail, constant or own. Received: data="iris". Using wine instead.',
    'batch_size must be an integer from 1 to 4096. Received: batch_size="1.5". Using 32 instead.',
    'steps must be an integer from 1 to 10000. Received: steps="". Using 200 instead.',
    'momentum must be a number from 0 to 1. Received: momentum="2". Using 0.99 instead.',
    'epsilon must be a number from 0 to 1000. Received: epsilon="1e999". Using 0.001 instead.',
    'beta_initializer must be a number, zeros, ones, constant, random_normal, random_uniform, truncated_normal, variance_scaling, orthogonal, identity, glorot_normal, glorot_uniform, lecun_normal, lecun_uniform, he_normal, he_uniform or none, with parameters as in random_normal(mean:0,stddev:0.05,seed:null). Received: beta_initializer="l2". Using zeros instead.',
    'gamma_regularizer must be l2 with parameters, each once, as in l2(l2:0.01). Received: gamma_regularizer="l2(l1:1)". Using none instead.',
    'renorm_clipping must be finite numbers or schedules of value@step as in rmin:0.5,rmax:1@1~3@100,dmax:5, or none. Received: renorm_clipping="rmax:many". Using none instead.',
    'virtual_batch_size must be an integer from 1 to 4096, or none. Received: virtual_batch_size="0". Using none instead.',
    'adjustment must be two spreads of at least 0 as in scale:0.07,bias:0.1, which per:example draws for examples instead of features, or none. Received: adjustment="scale:-1,bias:0". Using none instead.',
    'fused must be true, false or null. Received: fused="auto". Using null instead.',
    'trainable must be true or false. Received: trainable="maybe". Using true instead.',
    'dtype must be float16, float32 or float64. Received: dtype="int8". Using float32 instead.',
  ]);
  await expect(control(page, "momentum")).toHaveValue("0.99");
  await expectNumbers(page, { table: wine() });
});

test("Keys a link cannot have are named, and marks of campaigns are let pass.", async ({
  page,
}) => {
  await openFigure(page, "playground?axis=3&__proto__=1&utm_source=mail&momentum=0.5");
  await expect(notices(page)).toHaveText([
    'The link holds "axis", which is not an argument of this figure. It is ignored.',
    'The link holds "__proto__", which is not an argument of this figure. It is ignored.',
  ]);
  await expectNumbers(page, { table: wine(), layer: { momentum: 0.5 } });
});

test("A step beyond the run and a channel beyond the data are named.", async ({ page }) => {
  await openFigure(page, "playground?step=500");
  await expect(notices(page)).toHaveText(
    "step must be at most steps, 200. Received: step=500. Using 200 instead.",
  );
  await expectNumbers(page, { table: wine(), step: 200 });

  await openFigure(page, "playground?data=penguins&channel=5");
  await expect(notices(page)).toHaveCount(1);
  await expect(notices(page)).toContainText("channel");
  await expect(notices(page)).toContainText("5");
});

for (const [what, key] of [
  ["cut", "z-q1bKSM1Mzyg"],
  ["unknown", "theme"],
] as const) {
  test(`A link with a table that is ${what} says so and leaves the page usable.`, async ({
    page,
  }) => {
    await openFigure(page, `playground?data=own&own=${key}`);
    await expect(notices(page)).toContainText("Give the table again");
    await control(page, "data").selectOption("wine");
    await figureReady(page);
    await expect(notices(page)).toHaveCount(0);
    await expectNumbers(page, { table: wine() });
  });
}

const everything = {
  data: "drift",
  means: "1,2,3",
  deviations: "2",
  drift_per_step: "0.05",
  batch_size: "8",
  steps: "100",
  seed: "7",
  channel: "2",
  step: "40",
  momentum: "0.9",
  epsilon: "0.01",
  moving_mean_initializer: "2.5",
  moving_variance_initializer: "zeros",
  scale: "false",
  beta_initializer: "ones",
  dtype: "float64",
};

test("A link holds the whole state of a figure, also through a reload.", async ({ page }) => {
  await openFigure(page, `playground?${new URLSearchParams(everything).toString()}`);
  await expect(notices(page)).toHaveCount(0);
  await expectLink(page, everything);
  for (const [name, value] of Object.entries({
    means: "1, 2, 3",
    momentum: "0.9",
    channel: "2",
    dtype: "float64",
    moving_mean_initializer: "constant",
    "moving_mean_initializer value": "2.5",
    moving_variance_initializer: "zeros",
  })) {
    await expect(control(page, name)).toHaveValue(value);
  }
  await expect(page.getByRole("switch", { name: "scale" })).not.toBeChecked();

  const shown = await shownNumbers(page);
  expect(shown.outputs).toHaveLength(8);
  expect(shown.statistics).toHaveLength(101);
  await page.reload();
  expect(await shownNumbers(page)).toEqual(shown);
  await expectLink(page, everything);
});

test("Equal figures have equal links, in whichever order they were set.", async ({ page }) => {
  const links: string[] = [];
  for (const order of [
    ["momentum", "batch_size"],
    ["batch_size", "momentum"],
  ]) {
    await openFigure(page, "playground");
    const set: Record<string, string> = {};
    for (const name of order) {
      await control(page, name).fill("1");
      set[name] = "1";
      await expectLink(page, set);
    }
    links.push(page.url());
  }
  expect(links[1]).toBe(links[0]);
});
