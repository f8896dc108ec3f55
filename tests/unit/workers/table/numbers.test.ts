import { describe, expect, test } from "vitest";
import { read, refusalOf, rowsOf } from "./support";

/** One column whose other cells are numbers, so that the cell must be a number or missing. */
function columnWith(cell: string): string {
  return `x\n1\n2\n"${cell}"\n`;
}

describe("a number", () => {
  test.each([
    ["7", 7],
    ["-7", -7],
    ["+7", 7],
    ["3.25", 3.25],
    [".5", 0.5],
    ["-.5", -0.5],
    ["4.", 4],
    ["007", 7],
    ["1e3", 1000],
    ["2.5E-3", 0.0025],
    ["1e+2", 100],
    ["  8\t", 8],
    ["-0", -0],
    ["0.1", 0.1],
    ["5e-324", 5e-324],
    ["1.7976931348623157e308", Number.MAX_VALUE],
  ])("is read from %j", (cell, value) => {
    expect(read(columnWith(cell)).table.values[2]).toBe(value);
  });

  test.each([
    ["inf", Infinity],
    ["INF", Infinity],
    ["+inf", Infinity],
    ["-inf", -Infinity],
    ["Infinity", Infinity],
    ["-infinity", -Infinity],
    ["∞", Infinity],
    ["+∞", Infinity],
    ["-∞", -Infinity],
    ["1e999", Infinity],
  ])("may be infinite, as in %j, and is counted", (cell, value) => {
    const { table, report } = read(columnWith(cell));
    expect(rowsOf(table)).toEqual([[1], [2], [value]]);
    expect(report).toMatchObject({ infiniteCells: 1, missingCells: 0 });
  });

  test.each([
    "0x10",
    "0b11",
    "0o7",
    "1.2x",
    "1_000",
    "1 000",
    "1e",
    "e5",
    ".",
    "+",
    "--1",
    "1.2.3",
  ])("is not read from %j", (cell) => {
    expect(refusalOf(() => read(columnWith(cell)))).toEqual({
      code: "table-cell",
      kind: "ValueError",
      message: `Row 4, column "x": "${cell}" is not a number. Correct the cell or leave it empty.`,
      details: { row: 4, column: "x", count: 1 },
    });
  });

  test("written with a million digits and a letter is refused without delay", () => {
    expect(refusalOf(() => read(columnWith(`${"1".repeat(1_000_000)}x`)))).toMatchObject({
      message: `Row 4, column "x": "${"1".repeat(39)}…" is not a number. Correct the cell or leave it empty.`,
    });
  });
});

describe("a missing cell", () => {
  test.each([
    "",
    " ",
    "NA",
    "na",
    "N/A",
    "n/a",
    "NaN",
    "nan",
    "NAN",
    "null",
    "NULL",
    "None",
    "?",
    "-",
  ])("is written %j", (cell) => {
    const { table, report } = read(`x,y\n1,1\n2,2\n"${cell}",3\n`);
    expect(rowsOf(table)).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(report).toMatchObject({ missingCells: 1, rowsDropped: 1, infiniteCells: 0 });
  });
});

describe("an unreadable cell", () => {
  test("is named by its row, counted with the header, and by its column", () => {
    const rows = Array.from({ length: 20 }, (_, row) => `${row},${row === 15 ? "1.2x" : "0.5"}`);
    expect(refusalOf(() => read(["ash,hue", ...rows].join("\n")))).toEqual({
      code: "table-cell",
      kind: "ValueError",
      message: `Row 17, column "hue": "1.2x" is not a number. Correct the cell or leave it empty.`,
      details: { row: 17, column: "hue", count: 1 },
    });
  });

  test("is named by its row without a header and below blank lines", () => {
    expect(refusalOf(() => read("1\n\n2\n\n3x\n4\n", { header: "absent" }))).toMatchObject({
      message: `Row 5, column "column 1": "3x" is not a number. Correct the cell or leave it empty.`,
    });
  });

  test("that comes first in reading order is named, and the others are counted", () => {
    expect(refusalOf(() => read("a,b\n1,1\n2,y\nx,2\n3,z\n4,3\n5,4\n"))).toEqual({
      code: "table-cell",
      kind: "ValueError",
      message: `Row 3, column "b": "y" is not a number. Correct the cell or leave it empty. (and 2 more)`,
      details: { row: 3, column: "b", count: 3 },
    });
  });

  test.each(["1,5", "-1,5", ",5", "1,5e3"])("with a decimal comma, %j, gets a hint", (cell) => {
    expect(refusalOf(() => read(`a;b\n1;1\n2;2\n${cell};3\n`))).toMatchObject({
      message:
        `Row 4, column "a": "${cell}" is not a number; decimals use a point. ` +
        `Correct the cell or leave it empty.`,
    });
  });

  test("in a label column is a label", () => {
    expect(read("name,x\n1.2x,1\nb,2\n").report.labelColumns).toEqual(["name"]);
  });

  test("over several lines is shown on one", () => {
    expect(refusalOf(() => read('x\n1\n2\n"two\nlines"\n'))).toMatchObject({
      message: `Row 4, column "x": "two lines" is not a number. Correct the cell or leave it empty.`,
    });
  });
});
