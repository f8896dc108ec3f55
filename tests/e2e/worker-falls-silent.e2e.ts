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
import { breakWorkers, faults, stallMs } from "../support/worker-faults";

const restarted = "The calculation stopped answering and was started again in a new worker.";

for (const [kind, fault] of [
  ["hangs", faults.hangs],
  ["is killed", faults.closes],
] as const) {
  test(`A worker that ${kind} once is replaced, and the page says so.`, async ({ page }) => {
    await page.clock.install();
    const workers = await breakWorkers(page, fault, 1);
    await page.goto("playground?momentum=0.5");
    await expect.poll(workers.started).toBe(1);
    await page.clock.fastForward(stallMs);
    await expect(notices(page)).toHaveText(restarted);
    await expectNumbers(page, { table: wine(), layer: { momentum: 0.5 } });

    await writeInto(page, "momentum", "0.6");
    await expectNumbers(page, { table: wine(), layer: { momentum: 0.6 } });
    await expect(notices(page)).toHaveCount(0);
    expect(workers.started()).toBe(2);
  });

  test(`A worker that always ${kind} leaves a figure, a message and a way to try again.`, async ({
    page,
  }) => {
    await page.clock.install();
    const workers = await breakWorkers(page, fault);
    await page.goto("playground?momentum=0.5");
    for (const attempt of [1, 2]) {
      await expect.poll(workers.started).toBe(attempt);
      await page.clock.fastForward(stallMs);
    }
    await expect(notices(page)).toContainText(
      "The calculation stopped twice because its worker did not answer. There is no result to show: the figure in grey is the one at its start.",
    );
    await expect(drawn(page)).toHaveCount(4);

    workers.heal();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
    await writeInto(page, "momentum", "0.6");
    await expectLink(page, { momentum: "0.6" });
    await expectNumbers(page, { table: wine(), layer: { momentum: 0.6 } });
  });
}

test("A worker killed while it has nothing to do is replaced at the next change.", async ({
  page,
}) => {
  await page.clock.install();
  await page.addInitScript(() => {
    const kill = "kill-workers";
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        window.addEventListener(kill, () => this.terminate(), { once: true });
      }
    };
  });
  await openFigure(page, "playground");
  await page.evaluate(() => window.dispatchEvent(new Event("kill-workers")));
  await control(page, "momentum").fill("0.5");
  await expect(page.locator('[aria-busy="true"]')).toBeVisible();
  await page.clock.fastForward(stallMs);
  await expect(notices(page)).toHaveText(restarted);
  await figureReady(page);
  await expectNumbers(page, { table: wine(), layer: { momentum: 0.5 } });
});
