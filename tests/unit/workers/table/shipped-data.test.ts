import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { read, rowsOf } from "./support";

function shipped(name: string): string {
  return readFileSync(new URL(`../../../../public/data/${name}.csv`, import.meta.url), "utf8");
}

describe("the shipped data", () => {
  test("wine has 178 rows of 13 measurements and the cultivar, and no text", () => {
    const { table, report } = read(shipped("wine"));
    expect(table.columns).toHaveLength(14);
    expect(table.columns.slice(-2)).toEqual(["proline", "cultivar"]);
    expect(rowsOf(table)[0]).toEqual([
      14.23, 1.71, 2.43, 15.6, 127, 2.8, 3.06, 0.28, 2.29, 5.64, 1.04, 3.92, 1065, 1,
    ]);
    expect(report).toEqual({
      delimiter: ",",
      hasHeader: true,
      rowsRead: 178,
      rowsDropped: 0,
      cellsFilled: 0,
      missingCells: 0,
      infiniteCells: 0,
      constantColumns: [],
      labelColumns: [],
      leftOutColumns: [],
    });
  });

  const measurements = ["beak_length_mm", "beak_depth_mm", "flipper_length_mm", "body_mass_g"];

  test("penguins loses the two birds that were not measured, a missing sex counts for nothing", () => {
    const { table, report } = read(shipped("penguins"), { labelColumn: "species" });
    expect(table.columns).toEqual(measurements);
    expect(table.rowCount).toBe(342);
    expect(table.labels).toHaveLength(342);
    expect(new Set(table.labels)).toEqual(new Set(["Adelie", "Chinstrap", "Gentoo"]));
    expect(rowsOf(table)[3]).toEqual([36.7, 19.3, 193, 3450]);
    expect(report).toEqual({
      delimiter: ",",
      hasHeader: true,
      rowsRead: 344,
      rowsDropped: 2,
      cellsFilled: 0,
      missingCells: 8,
      infiniteCells: 0,
      constantColumns: [],
      labelColumns: ["species", "island", "sex"],
      leftOutColumns: [
        {
          name: "island",
          cells: 344,
          texts: 344,
          first: { row: 2, cell: '"Torgersen"' },
          hasDecimalComma: false,
        },
        {
          name: "sex",
          cells: 334,
          texts: 334,
          first: { row: 2, cell: '"MALE"' },
          hasDecimalComma: false,
        },
      ],
    });
  });

  test("penguins keeps every bird when missing cells are filled with the mean", () => {
    const { table, report } = read(shipped("penguins"), { missing: "column-mean" });
    expect(table.rowCount).toBe(344);
    expect(report).toMatchObject({ rowsDropped: 0, missingCells: 8, cellsFilled: 8 });
    expect(rowsOf(table)[3]![3]).toBeCloseTo(4201.754386, 6);
  });

  test("digits has 1797 images of 64 pixels and their label, three pixels never lit", () => {
    const { table, report } = read(shipped("digits"));
    expect(table.columns).toHaveLength(65);
    expect(table.rowCount).toBe(1797);
    expect(rowsOf(table).at(-1)!.at(-1)).toBe(8);
    expect(report).toMatchObject({
      rowsRead: 1797,
      missingCells: 0,
      constantColumns: ["p00", "p40", "p47"],
      labelColumns: [],
      leftOutColumns: [],
    });
  });
});
