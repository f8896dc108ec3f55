import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import type { BatchNormArguments } from "@/engine/layer/configuration";
import { trainingRun } from "@/engine/training/training-run";
import type { Table } from "@/engine/types";
import { readMeasured } from "@/workers/data/measured-tables";
import { figureReady } from "./site";

/** The rows of a table's body; a number as all its digits. */
export type Rows = readonly (readonly string[])[];

/** Both tables of numbers behind a figure. */
export interface Numbers {
  readonly statistics: Rows;
  readonly outputs: Rows;
}

export interface Run {
  readonly table: Table;
  readonly layer?: BatchNormArguments;
  readonly step: number;
  readonly channel?: number;
  readonly batchSize?: number;
}

export const wine = (): Table =>
  readMeasured("wine", readFileSync("public/data/wine.csv", "utf8"), "drop-rows");

const absent = "–";
const write = (value: number | undefined): string =>
  value === undefined ? absent : String(value);

/** What the engine computes here, in Node, for 200 steps with seed 1. */
export function computedNumbers({ table, layer = {}, step, ...run }: Run): Numbers {
  const { statistics, inspect } = trainingRun(
    layer,
    tableSource(table, run.batchSize ?? 32, 1),
    200,
  );
  const width = statistics.channels.length;
  const channel = run.channel ?? 0;
  const at = (values: Float64Array, row: number): string =>
    write(row < 0 ? undefined : values[row * width + channel]);
  const chosen = inspect(step);
  return {
    statistics: Array.from({ length: statistics.steps + 1 }, (_, row) => [
      String(row),
      at(statistics.batchMean, row - 1),
      at(statistics.movingMean, row),
      at(statistics.populationMean, row - 1),
      at(statistics.batchVariance, row - 1),
      at(statistics.movingVariance, row),
      at(statistics.populationVariance, row - 1),
    ]),
    outputs: Array.from({ length: chosen.batchSize }, (_, row) => [
      String(row),
      at(chosen.inputs, row),
      at(chosen.trainingOutputs, row),
      at(chosen.inferenceOutputs, row),
      ...(chosen.labels === undefined ? [] : [chosen.labels[row]!]),
    ]),
  };
}

const rowsOf = (page: Page, caption: RegExp): Promise<Rows> =>
  page
    .getByRole("region", { name: caption })
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        Array.from(
          row.querySelectorAll("td"),
          (cell) => cell.querySelector("data")?.value ?? cell.textContent,
        ),
      ),
    );

/** Opens the figure's tables, if need be, and reads them once the figure is settled. */
export async function shownNumbers(page: Page): Promise<Numbers> {
  const summary = page.getByText("The numbers behind the figure");
  const tables = page.getByRole("group").filter({ has: summary }).last();
  if ((await page.locator("details[open]").filter({ has: summary }).count()) === 0) {
    await summary.click();
  }
  await figureReady(page);
  await expect(tables.getByRole("table")).toHaveCount(2);
  return {
    statistics: await rowsOf(page, /^Statistics of /),
    outputs: await rowsOf(page, /^Outputs of step /),
  };
}
