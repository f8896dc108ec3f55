import { expect, test } from "@playwright/test";
import { control, expectLink, notices, openFigure } from "../support/site";
import { expectNumbers, wine } from "../support/tables";
import { breakWorkers, faults, hangsAt } from "../support/worker-faults";

const busy = '[aria-busy="true"]';

test("The newest value is drawn when one on the way to it hangs the worker.", async ({ page }) => {
  await breakWorkers(page, hangsAt(0.3));
  await openFigure(page, "playground");
  const momentum = control(page, "momentum");
  await momentum.fill("0.3");
  await expect(page.locator(busy)).toBeVisible();
  for (const value of ["0.35", "0.4", "0.45", "0.5"]) await momentum.fill(value);
  await expectLink(page, { momentum: "0.5" });
  await expectNumbers(page, { table: wine(), layer: { momentum: 0.5 } });
  // Nobody waits for what was overtaken, so there is nothing to tell.
  await expect(notices(page)).toHaveCount(0);
});

test("The newest value is drawn as soon as a worker answers again.", async ({ page }) => {
  const workers = await breakWorkers(page, faults.hangs);
  await page.goto("playground?momentum=0.1");
  await expect(page.locator(busy)).toBeVisible();
  const momentum = control(page, "momentum");
  for (const [at, value] of ["0.2", "0.3", "0.4"].entries()) {
    await expect.poll(workers.started).toBe(at + 1);
    await momentum.fill(value);
  }
  await expect.poll(workers.started).toBe(4);
  workers.heal();
  await momentum.fill("0.5");
  await expectNumbers(page, { table: wine(), layer: { momentum: 0.5 } });
  await expectLink(page, { momentum: "0.5" });
  await expect(notices(page)).toHaveCount(0);
});
