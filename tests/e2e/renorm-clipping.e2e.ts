import { expect, test } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import { trainingRun } from "@/engine/training/training-run";
import { control, expectLink, figureReady, openFigure, sentence, writeInto } from "../support/site";
import { openTables, readRows, wine } from "../support/tables";

const home = "playground/renorm-clipping";

/** What the engine computes here, in Node, for the first channel: a row per step, as the table shows it. */
function computedRows(renorm_clipping: Parameters<typeof trainingRun>[0]["renorm_clipping"]) {
  const { renorm, channels, steps } = trainingRun(
    { renorm: true, momentum: 0.95, renorm_momentum: 0.95, renorm_clipping },
    tableSource(wine(), 4, 1),
    200,
    { seed: 1 },
  ).statistics;
  const width = channels.length;
  return Array.from({ length: steps }, (_, i) => {
    const at = i * width;
    const [r, d] = [renorm!.r[at]!, renorm!.d[at]!];
    const [wantedR, wantedD] = [renorm!.unclipped.r[at]!, renorm!.unclipped.d[at]!];
    return [
      ...[i + 1, r, d, wantedR, wantedD, renorm!.rmin[i]!, renorm!.rmax[i]!, renorm!.dmax[i]!].map(
        String,
      ),
      r !== wantedR || d !== wantedD ? "yes" : "no",
    ];
  });
}

test("A bound that is typed clips; the numbers are the engine's.", async ({ page }) => {
  await openFigure(page, home);
  await writeInto(page, "renorm_clipping dmax", "0.25");
  await expectLink(page, { renorm_clipping: "rmin:0.4,rmax:2.5,dmax:0.25" });
  await openTables(page);
  await figureReady(page);
  expect(await readRows(page, /^Correction of alcohol/)).toEqual(
    computedRows({ rmin: 0.4, rmax: 2.5, dmax: 0.25 }),
  );
});

test("A schedule is made point by point, by keyboard, and survives a reload.", async ({ page }) => {
  await openFigure(page, home);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await button("renorm_clipping rmax: change over the steps").press("Enter");
  await expectLink(page, { renorm_clipping: "rmin:0.4,rmax:2.5@1,dmax:1.25" });
  await expect(control(page, "renorm_clipping rmax step 1")).toBeFocused();
  await button("renorm_clipping rmax: add a point").press("Enter");
  await writeInto(page, "renorm_clipping rmax value 2", "3");
  await writeInto(page, "renorm_clipping rmax step 2", "100");
  await expectLink(page, { renorm_clipping: "rmin:0.4,rmax:2.5@1~3@100,dmax:1.25" });

  await writeInto(page, "renorm_clipping rmax step 1", "100");
  await expect(control(page, "renorm_clipping rmax step 1")).toHaveAccessibleDescription(
    'renorm_clipping must be given a rmax whose steps are finite numbers, each greater than the one before. Received: rmax step 1="100"',
  );
  await page.keyboard.press("Escape");
  await expectLink(page, { renorm_clipping: "rmin:0.4,rmax:2.5@10~3@100,dmax:1.25" });

  await page.reload();
  await openTables(page);
  await figureReady(page);
  // A layer counts the calls made before, of which step 10 has nine.
  const clipping = {
    rmin: 0.4,
    rmax: [
      [9, 2.5],
      [99, 3],
    ],
    dmax: 1.25,
  } as const;
  await expectLink(page, { renorm_clipping: "rmin:0.4,rmax:2.5@10~3@100,dmax:1.25" });
  expect(await readRows(page, /^Correction of alcohol/)).toEqual(computedRows(clipping));

  await button("renorm_clipping rmax: remove point 2").press("Enter");
  await expectLink(page, { renorm_clipping: "rmin:0.4,rmax:2.5@10,dmax:1.25" });
  await expect(control(page, "renorm_clipping rmax step 1")).toBeFocused();
  await button("renorm_clipping rmax: constant").press("Enter");
  // These are the bounds that the figure opens with.
  await expectLink(page, {});
  await expect(control(page, "renorm_clipping rmax")).toBeFocused();
});

test("Bounds that cross are computed, and the rule that decides is named.", async ({ page }) => {
  await openFigure(page, `${home}?renorm_clipping=rmin:3,rmax:0.5,dmax:-1`);
  await expect(page.getByText("so rmax wins and r is 0.5.")).toBeVisible();
  await expect(page.getByText("so d is −1, whatever the batch.")).toBeVisible();
  await openTables(page);
  expect(await readRows(page, /^Correction of alcohol/)).toEqual(
    computedRows({ rmin: 3, rmax: 0.5, dmax: -1 }),
  );
});

test("Averages that a constant column leaves finite are shown as they are.", async ({ page }) => {
  await openFigure(page, `${home}?epsilon=0&data=constant`);
  await expect(page.getByText(/deviation 0 against 0\.\d+/)).toBeVisible();
  await expect(page.getByText(/differs? by up to NaN|NaN to|to NaN|against NaN/)).toHaveCount(0);
});

test("The schedule of the paper is one press, and renorm can be turned off.", async ({ page }) => {
  await openFigure(page, home);
  await page.getByRole("button", { name: "Use the schedule of the paper" }).click();
  await expectLink(page, {
    renorm_clipping: "rmin:1@25~0.667@69~0.5@113~0.333@200,rmax:1@25~3@200,dmax:0@25~5@125",
  });
  await expect(page.getByText("The bounds follow the schedule of the paper")).toBeVisible();
  await expect(page.getByRole("button", { name: "Use the schedule of the paper" })).toHaveCount(0);
  await openTables(page);
  await figureReady(page);
  const rows = await readRows(page, /^Correction of alcohol/);
  // The bounds of steps 25, 125 and 200 are the paper's at its 5,000, 25,000 and 40,000.
  expect(rows[24]!.slice(5, 8)).toEqual(["1", "1", "0"]);
  expect(rows[124]![7]).toBe("5");
  expect(rows[199]!.slice(5, 8)).toEqual(["0.333", "3", "5"]);
  await page.getByRole("switch", { name: "renorm", exact: true }).click();
  await expect(page.getByText(/(Use|follow) the schedule of the paper/)).toHaveCount(0);
  await expect(sentence(page)).toHaveText(
    "Renorm is off: r is 1, d is 0, and training outputs are those of plain Batch Normalization.",
  );
});
