import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { tableSource } from "@/engine/data/table-source";
import type { BatchNormArguments } from "@/engine/layer/configuration";
import { fusedVariance } from "@/engine/training/fused-variance";
import { trainingRun } from "@/engine/training/training-run";
import { defaultProfile } from "@/engine/spec/profiles";
import type { Table } from "@/engine/types/table";
import { readMeasured } from "@/workers/data/measured-tables";
import type { TableChoices } from "@/workers/table/choices";
import { readTable } from "@/workers/table/read-table";
import { figureReady } from "./site";

/** The rows of a table's body; a number with all its digits. */
type Rows = readonly (readonly string[])[];

/** Both tables of numbers behind a figure. */
export interface Numbers {
  readonly statistics: Rows;
  readonly outputs: Rows;
}

/** What is not the default of a run. */
interface Run {
  readonly table: Table;
  readonly layer?: BatchNormArguments;
  readonly step?: number;
  readonly channel?: number;
}

export const wine = (): Table =>
  readMeasured("wine", readFileSync("public/data/wine.csv", "utf8"), "drop-rows");

/** The table that a reader's text makes. */
export const tableOf = (text: string, choices: Partial<TableChoices> = {}): Table =>
  readTable(text, { header: "auto", missing: "drop-rows", labelColumn: null, ...choices }).table;

/** What the engine computes here, in Node. */
export function computedNumbers({ table, layer = {}, step = 50, channel = 0 }: Run): Numbers {
  const run = trainingRun(layer, tableSource(table, 32, 1), 200);
  const { statistics } = run;
  const width = statistics.channels.length;
  const at = (values: Float64Array, row: number): string =>
    row < 0 ? "–" : String(values[row * width + channel]);
  const chosen = run.inspect(step);
  const fused = fusedVariance(statistics, layer, {
    profile: defaultProfile,
    seed: 1,
    batchSize: chosen.batchSize,
  });
  return {
    statistics: Array.from({ length: statistics.steps + 1 }, (_, row) => [
      String(row),
      at(statistics.batchMean, row - 1),
      at(statistics.movingMean, row),
      at(statistics.populationMean, row - 1),
      at(statistics.batchVariance, row - 1),
      at(statistics.movingVariance, row),
      at(statistics.populationVariance, row - 1),
      ...(fused === null ? [] : [at(fused, row)]),
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

/** The body of the table with this caption. */
export const readRows = (page: Page, caption: RegExp): Promise<Rows> =>
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

/** Opens the tables behind a figure, if need be. */
export async function openTables(page: Page, count = 2): Promise<void> {
  const tables = page.locator("details", { hasText: "The numbers behind the figure" });
  if ((await tables.getAttribute("open")) === null) {
    await tables.getByText("The numbers behind the figure").click();
  }
  await expect(tables.getByRole("table")).toHaveCount(count);
}

/** The numbers that the page shows once its figure is settled. */
export async function shownNumbers(page: Page): Promise<Numbers> {
  await openTables(page);
  await figureReady(page);
  return {
    statistics: await readRows(page, /^Statistics of /),
    outputs: await readRows(page, /^Outputs of step /),
  };
}

/** The page's numbers are the engine's to the last bit. */
export async function expectNumbers(page: Page, run: Run): Promise<void> {
  const { statistics, outputs } = await shownNumbers(page);
  const computed = computedNumbers(run);
  expect(statistics).toEqual(computed.statistics);
  expect(outputs).toEqual(computed.outputs);
}
