import { expect, test, type Page } from "@playwright/test";
import { control, expectLink, linkOf, notices, openFigure, writeInto } from "../support/site";

const group = (page: Page, title: string) =>
  page.getByRole("form", { name: "Arguments" }).getByText(title, { exact: true });

const renormSwitch = (page: Page) => page.getByRole("switch", { name: "renorm", exact: true });

test("A class is chosen, its parameters are typed, and the link says what is not a default.", async ({
  page,
}) => {
  await openFigure(page, "playground");
  await control(page, "gamma_initializer").selectOption("constant");
  await expectLink(page, { gamma_initializer: "1" });
  await control(page, "gamma_initializer").selectOption("random_normal");
  await expectLink(page, { gamma_initializer: "random_normal" });
  await writeInto(page, "gamma_initializer stddev", "0.2");
  await writeInto(page, "gamma_initializer seed", "3");
  await expectLink(page, { gamma_initializer: "random_normal(stddev:0.2,seed:3)" });
  await control(page, "gamma_initializer").selectOption("truncated_normal");
  await expectLink(page, { gamma_initializer: "truncated_normal(stddev:0.2,seed:3)" });
  await control(page, "gamma_initializer seed").fill("");
  await expectLink(page, { gamma_initializer: "truncated_normal(stddev:0.2)" });

  await writeInto(page, "gamma_initializer stddev", "wide");
  const problem =
    'gamma_initializer must be truncated_normal with a finite stddev. Received: stddev="wide"';
  await expect(page.getByRole("alert").filter({ hasText: "gamma_initializer" })).toHaveText(
    problem,
  );
  await expect(control(page, "gamma_initializer stddev")).toHaveAccessibleDescription(problem);

  await page.getByRole("button", { name: "Set gamma_initializer back to its default" }).click();
  await expectLink(page, {});
  await expect(control(page, "gamma_initializer")).toHaveValue("ones");
  await expect(control(page, "gamma_initializer stddev")).toHaveCount(0);
});

test("Regularizers and constraints are set and taken away again.", async ({ page }) => {
  await openFigure(page, "playground?gamma_regularizer=l2(l2:0.1)&optimizer=sgd");
  await expect(control(page, "gamma_regularizer l2")).toHaveValue("0.1");
  await control(page, "gamma_regularizer").selectOption("none");
  await expectLink(page, { optimizer: "sgd" });
  await control(page, "beta_constraint").selectOption("max_norm");
  await writeInto(page, "beta_constraint max_value", "0.5");
  await expectLink(page, { optimizer: "sgd", beta_constraint: "max_norm(max_value:0.5)" });
});

test("The bounds of renorm come and go one by one.", async ({ page }) => {
  await openFigure(page, "playground?renorm=true");
  await writeInto(page, "renorm_clipping rmax", "3");
  await expectLink(page, { renorm: "true", renorm_clipping: "rmax:3" });
  await writeInto(page, "renorm_clipping rmin", "0.5");
  await expectLink(page, { renorm: "true", renorm_clipping: "rmin:0.5,rmax:3" });
  await control(page, "renorm_clipping rmin").fill("");
  await control(page, "renorm_clipping rmax").fill("");
  await expectLink(page, { renorm: "true" });
});

test("Ghost batches begin at the end of the slider, where there are none.", async ({ page }) => {
  await openFigure(page, "playground");
  await group(page, "Ghost batches").click();
  const count = control(page, "virtual_batch_size");
  await expect(count).toHaveValue("");
  const slider = control(page, "virtual_batch_size slider");
  await expect(slider).toHaveAttribute("aria-valuetext", "whole batch");
  await slider.press("Home");
  await expectLink(page, { virtual_batch_size: "1" });
  await writeInto(page, "virtual_batch_size", "16");
  await expectLink(page, { virtual_batch_size: "16" });
  await slider.press("End");
  await expectLink(page, {});
  await expect(count).toHaveValue("");
});

test("An adjustment begins with the documented one.", async ({ page }) => {
  await openFigure(page, "playground");
  await group(page, "Adjustment").click();
  await page.getByRole("switch", { name: "adjustment" }).click();
  await expectLink(page, { adjustment: "scale:0.07,bias:0.1" });
  await control(page, "adjustment scale slider").press("Home");
  await expectLink(page, { adjustment: "scale:0,bias:0.1" });
  await page.getByRole("switch", { name: "adjustment" }).click();
  await expectLink(page, {});
});

test("What is left to the layer can be decided.", async ({ page }) => {
  await openFigure(page, "playground");
  await control(page, "fused").selectOption("auto (null)");
  await expectLink(page, {});
  await control(page, "fused").selectOption("false");
  await expectLink(page, { fused: "false" });
});

test("A group is open when a link uses it, and stays as the reader leaves it.", async ({
  page,
}) => {
  await openFigure(page, "playground");
  await expect(renormSwitch(page)).toBeHidden();
  await openFigure(page, "playground?renorm=true");
  await expect(renormSwitch(page)).toBeVisible();
  await page.getByRole("button", { name: "Set renorm back to its default" }).click();
  await expectLink(page, {});
  await expect(renormSwitch(page)).toBeVisible();
  await group(page, "Renorm").click();
  await expect(renormSwitch(page)).toBeHidden();
  await page.goBack();
  await expectLink(page, { renorm: "true" });
  await expect(renormSwitch(page)).toBeVisible();
});

const everyPart = {
  beta_initializer: "variance_scaling(mode:fan_out,distribution:uniform)",
  gamma_initializer: "none",
  beta_regularizer: "L1L2(l1:0.1)",
  gamma_regularizer: "l1_l2",
  beta_constraint: "min_max_norm(rate:0.5)",
  gamma_constraint: "non_neg",
  adjustment: "scale:0.07,bias:0.1",
  fused: "false",
};

test("A link holds every part, also through a reload.", async ({ page }) => {
  await openFigure(page, `playground?${new URLSearchParams(everyPart).toString()}`);
  await expect(notices(page)).toHaveCount(0);
  await control(page, "gamma_constraint").selectOption("unit_norm");
  const changed = { ...everyPart, gamma_constraint: "unit_norm" };
  await expectLink(page, changed);
  await page.reload();
  await expect(control(page, "beta_initializer mode")).toHaveValue("fan_out");
  await expect(control(page, "beta_constraint rate")).toHaveValue("0.5");
  await expect(control(page, "adjustment bias")).toHaveValue("0.1");
  expect(linkOf(page)).toEqual(changed);
});

test("Every part of every argument fits a screen of 320 pixels.", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openFigure(
    page,
    `playground?${new URLSearchParams(everyPart).toString()}&renorm_clipping=rmax:3`,
  );
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(widest).toBeLessThanOrEqual(320);
});
