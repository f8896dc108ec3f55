import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { dialog, openDialog, paste, result } from "../support/own-table";
import { control, notices, openFigure, writeInto } from "../support/site";
import { openTables } from "../support/tables";
import { codeTab, openCode, program } from "../support/take-code";

test("Axe finds nothing with notices, a refused text, presets and tables shown.", async ({
  page,
}) => {
  await openFigure(page, "playground?foo=1&epsilon=many&center=false&steps=6");
  await expect(notices(page)).toHaveCount(2);
  await writeInto(page, "momentum", "none");
  await expect(page.getByRole("alert").filter({ hasText: "momentum" })).toBeVisible();
  await openTables(page);
  await expectAccessible(page);
});

test("Axe finds nothing with every group open and a refused part of an argument.", async ({
  page,
}) => {
  await openFigure(
    page,
    "playground?renorm=true&renorm_clipping=rmax:3&adjustment=scale:0.07,bias:0.1&optimizer=adam" +
      "&gamma_initializer=variance_scaling&gamma_regularizer=l2&beta_constraint=max_norm&fused=false",
  );
  await page.getByRole("form", { name: "Arguments" }).getByText("Ghost batches").click();
  await writeInto(page, "renorm_clipping dmax", "none");
  await expect(control(page, "renorm_clipping dmax")).toHaveAccessibleDescription(
    'renorm_clipping must be given a dmax that is a finite number, or nothing for no bound. Received: dmax="none"',
  );
  await expect(page.getByRole("alert").filter({ hasText: "renorm_clipping" })).toBeVisible();
  await expectAccessible(page);
});

test("Axe finds nothing with two configurations and what a version does otherwise.", async ({
  page,
}) => {
  await openFigure(page, "playground?profile=tf-1.4&compare=momentum%3D0.5");
  await page.getByRole("radio", { name: "second", exact: true }).check();
  await page.getByLabel("trainable differs in tf-1.4", { exact: true }).click();
  await page.getByText("The numbers of the comparison").click();
  await expectAccessible(page);
});

test("Axe finds nothing with the code taken, with and without notes.", async ({ page }) => {
  await openFigure(page, "playground?renorm=true&virtual_batch_size=4");
  await openCode(page);
  await expectAccessible(page);
  await codeTab(page, "PyTorch").click();
  await expect(program(page)).toContainText("import torch");
  await expectAccessible(page);
});

test("Axe finds nothing while a long run goes on, and once it is stopped.", async ({ page }) => {
  await openFigure(page, "playground?data=gaussian&channels=256&batch_size=1024&steps=2");
  await control(page, "steps").fill("10000");
  await expect(page.getByRole("progressbar", { name: "Steps done" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(notices(page)).toContainText("The run was stopped");
  await expectAccessible(page);
});

test("Axe finds nothing in a long table.", async ({ page }) => {
  await openFigure(page, "playground?steps=300");
  await openTables(page);
  await expect(page.getByRole("group", { name: /^Pages of / })).toBeVisible();
  await expectAccessible(page);
});

test("Axe finds nothing with a failed run.", async ({ page }) => {
  await openFigure(page, "playground?data=own");
  await expect(notices(page)).toContainText("No table of your own");
  await expectAccessible(page);
});

test("Axe finds nothing in the dialog, before and after a table is read or refused.", async ({
  page,
}) => {
  await openDialog(page);
  await expectAccessible(page);
  await paste(page, "a,b\n1,2\n3,x\n4,5");
  await expect(result(page)).toContainText("is not a number");
  await expectAccessible(page);
  await paste(page, "a,b,kind\n1,2,oak\n,3,elm\n4,5,ash");
  await expect(result(page)).toContainText("1 row with missing cells was dropped.");
  await expect(dialog(page).getByRole("table")).toBeVisible();
  await expectAccessible(page);
});

test("Axe finds nothing on a narrow screen with the list of figures open.", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await openFigure(page, "playground/axis");
  await page.getByRole("navigation", { name: "Figures" }).getByText("All figures").click();
  await expect(page.getByRole("link", { name: "A frozen layer" })).toBeVisible();
  await expectAccessible(page);
});
