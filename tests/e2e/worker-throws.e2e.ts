import { expect, test } from "@playwright/test";
import {
  control,
  drawn,
  expectLink,
  figureReady,
  notices,
  openFigure,
  writeInto,
} from "../support/site";
import { expectNumbers, wine } from "../support/tables";
import { breakWorkers, faults } from "../support/worker-faults";

test("A worker that throws once is replaced, and the page says so.", async ({ page }) => {
  const workers = await breakWorkers(page, faults.throws, 1);
  await openFigure(page, "playground?momentum=0.5");
  await expect(notices(page)).toHaveText(
    "The calculation failed and was started again in a new worker.",
  );
  await expectNumbers(page, { table: wine(), layer: { momentum: 0.5 } });

  await writeInto(page, "momentum", "0.6");
  await expectNumbers(page, { table: wine(), layer: { momentum: 0.6 } });
  await expect(notices(page)).toHaveCount(0);
  expect(workers.started()).toBe(2);
});

test("A worker that always throws leaves a figure, a message and a way to try again.", async ({
  page,
}) => {
  const workers = await breakWorkers(page, faults.throws);
  await openFigure(page, "playground?momentum=0.5");
  const message = page.getByRole("alert").filter({ hasText: "The calculation stopped twice" });
  await expect(message).toContainText(
    "The calculation stopped twice because its worker failed. There is no result to show: the figure in grey is the one at its start.",
  );
  await expect(drawn(page)).toHaveCount(4);

  await writeInto(page, "momentum", "0.7");
  await expectLink(page, { momentum: "0.7" });
  await control(page, "step slider").press("Home");
  await expectLink(page, { momentum: "0.7", step: "1" });
  await figureReady(page);
  await expect(message).toBeVisible();

  workers.heal();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(message).toHaveCount(0);
  await expectNumbers(page, { table: wine(), layer: { momentum: 0.7 }, step: 1 });
});
