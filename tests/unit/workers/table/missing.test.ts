import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, refusalOf, rowsOf } from "./support";

describe("dropping rows", () => {
  test("keeps the rows that have every number, and counts the rest", () => {
    const { table, report } = read("a,b\n1,2\n,3\n4,NA\n?,-\n5,6\n");
    expect(rowsOf(table)).toEqual([
      [1, 2],
      [5, 6],
    ]);
    expect(report).toMatchObject({
      rowsRead: 5,
      rowsDropped: 3,
      missingCells: 4,
      cellsFilled: 0,
    });
  });

  test("counts infinite cells in the rows it keeps only", () => {
    expect(read("a,b\ninf,1\n-inf,\n2,3\n").report.infiniteCells).toBe(1);
  });

  test("hands back values of exactly the kept rows", () => {
    expect(read("a\n1\nNA\n2\n").table.values.buffer.byteLength).toBe(16);
  });

  test("is refused when no row is complete, with the other choice", () => {
    expect(refusalOf(() => read("a,b\n1,\n,2\n3,\n"))).toEqual({
      code: "table-all-dropped",
      kind: "ValueError",
      message:
        "A table must keep at least one row when rows with missing cells are dropped. " +
        "Received: 3 rows, none complete. Fill the missing cells with the column mean instead.",
      details: { rows: 3 },
    });
  });
});

describe("filling with the column mean", () => {
  test("takes the mean of the finite values of the column", () => {
    const { table, report } = read("a,b\n1,10\n,inf\n4,\n-inf,20\n", { missing: "column-mean" });
    expect(rowsOf(table)).toEqual([
      [1, 10],
      [2.5, Infinity],
      [4, 15],
      [-Infinity, 20],
    ]);
    expect(report).toMatchObject({
      rowsRead: 4,
      rowsDropped: 0,
      missingCells: 2,
      cellsFilled: 2,
      infiniteCells: 2,
    });
  });

  test("gives every missing cell of a column the same mean", () => {
    const { table } = read("a\n1\nNA\nNA\n2\n", { missing: "column-mean" });
    expect(rowsOf(table)).toEqual([[1], [1.5], [1.5], [2]]);
  });

  test("is exact where the sum is, even if the shares of the values are not", () => {
    const { table } = read(`a\n${"1\n".repeat(49)}NA\n`, { missing: "column-mean" });
    expect(table.values[49]).toBe(1);
  });

  test("stays finite where the sum of the column does not", () => {
    const { table } = read("a\n1e308\n1.2e308\nNA\n1.1e308\ninf\n", { missing: "column-mean" });
    expect(table.values[2]).toBeCloseTo(1.1e308, -295);
  });

  test("is refused for a column without a finite value, which is named", () => {
    const choices = { missing: "column-mean" } as const;
    expect(refusalOf(() => read("a,b\n1,inf\n2,\n3,NA\n", choices))).toEqual({
      code: "table-no-mean",
      kind: "ValueError",
      message:
        `Column "b" must hold a finite number for its mean to fill missing cells. ` +
        `Received: 2 missing cells, no finite number.`,
      details: { column: "b", missing: 2 },
    });
  });

  test("leaves a column of infinities alone when it misses no cell", () => {
    const { table } = read("a,b\n1,inf\n,inf\n", { missing: "column-mean" });
    expect(rowsOf(table)).toEqual([
      [1, Infinity],
      [1, Infinity],
    ]);
  });

  test("keeps the number of rows and every value that is present", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.tuple(
          fc.array(number, { minLength: width, maxLength: width }),
          fc.array(
            fc.array(fc.oneof(number, fc.constant(null)), { minLength: width, maxLength: width }),
            { maxLength: 20 },
          ),
        ),
      )
      .map(([first, rest]) => [first, ...rest]);
    fc.assert(
      fc.property(rows, (given) => {
        const text = given.map((row) => row.map((cell) => cell ?? "NA").join(",")).join("\n");
        const { table, report } = read(text, { header: "absent", missing: "column-mean" });
        expect(table.rowCount).toBe(given.length);
        expect(report.rowsDropped).toBe(0);
        expect(report.cellsFilled).toBe(given.flat().filter((cell) => cell === null).length);
        given.flat().forEach((cell, at) => {
          const value = table.values[at]!;
          expect(cell === null ? Number.isFinite(value) : value === cell).toBe(true);
        });
      }),
    );
  });
});
