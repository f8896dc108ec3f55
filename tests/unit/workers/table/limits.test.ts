import { describe, expect, test } from "vitest";
import { checkSize, tableLimits } from "../../../../workers/table/limits";
import { read, refusalOf } from "./support";

function tooLarge(received: string, bytes: number): object {
  return {
    code: "table-too-large",
    kind: "ValueError",
    message: `Table text must be at most 10,000,000 bytes. Received: ${received} bytes.`,
    details: { limit: 10_000_000, bytes },
  };
}

describe("the limit of bytes", () => {
  test.each([0, 9_999_999, 10_000_000])("lets %d bytes pass", (bytes) => {
    expect(() => checkSize(bytes)).not.toThrow();
  });

  test.each([
    [10_000_001, "10,000,001"],
    [50_000_000, "50,000,000"],
  ])("refuses %d bytes", (bytes, received) => {
    expect(refusalOf(() => checkSize(bytes))).toEqual(tooLarge(received, bytes));
  });

  test("holds for the text itself, whose letters may take several bytes", () => {
    const text = `"${"é".repeat(5_000_000)}"`;
    expect(refusalOf(() => read(text))).toEqual(tooLarge("10,000,002", 10_000_002));
  });

  test("refuses a text of fifty megabytes", () => {
    const text = "1,2,3,4,5\n".repeat(5_000_000);
    expect(refusalOf(() => read(text))).toEqual(tooLarge("50,000,000", 50_000_000));
  });

  test("lets a text of ten megabytes be read whole", { timeout: 60_000 }, () => {
    const row = Array.from({ length: 25 }, (_, column) => (column / 8).toFixed(1)).join(",");
    const rows = Math.floor(tableLimits.bytes / (row.length + 1));
    const { table } = read(`${row}\n`.repeat(rows));
    expect(table.rowCount).toBe(rows);
    expect(table.values).toHaveLength(rows * 25);
    expect(table.values.at(-1)).toBe(3);
  });

  test(
    "lets two hundred thousand rows of quoted cells be read with their labels",
    { timeout: 60_000 },
    () => {
      const row = `"a, b","1.5","2"\n`;
      const rows = tableLimits.rows;
      const { table } = read(row.repeat(rows), { labelColumn: "column 1" });
      expect(table.rowCount).toBe(rows);
      expect(table.labels?.at(-1)).toBe("a, b");
      expect(Array.from(table.values.subarray(-2))).toEqual([1.5, 2]);
    },
  );
});

describe("the limit of rows", () => {
  test("lets two hundred thousand data rows pass, below a header too", { timeout: 60_000 }, () => {
    expect(read("1\n".repeat(200_000)).table.rowCount).toBe(200_000);
    expect(read(`x\n${"1\n".repeat(200_000)}`).table.rowCount).toBe(200_000);
  });

  test.each([
    ["without a header", "", 200_001, "200,001"],
    ["below a header", "x\n", 200_001, "200,001"],
    ["far beyond it", "x\n", 1_000_000, "1,000,000"],
  ])("refuses more rows %s and states how many", (_, header, rows, received) => {
    expect(refusalOf(() => read(`${header}${"1\n".repeat(rows)}`))).toEqual({
      code: "table-too-many-rows",
      kind: "ValueError",
      message: `A table must have at most 200,000 rows. Received: ${received} rows.`,
      details: { limit: 200_000, rows },
    });
  });
});

describe("the limit of numeric columns", () => {
  const cells = (count: number): string => Array.from({ length: count }, () => "1").join(",");

  test("lets 256 pass, beside columns of texts", () => {
    const { table, report } = read(`a,b,${cells(256)}\n`, { header: "absent" });
    expect(table.columns).toHaveLength(256);
    expect(report.labelColumns).toEqual(["column 1", "column 2"]);
  });

  test("refuses 257", () => {
    expect(refusalOf(() => read(cells(257)))).toEqual({
      code: "table-too-many-columns",
      kind: "ValueError",
      message: "A table must have at most 256 numeric columns. Received: 257 numeric columns.",
      details: { limit: 256, columns: 257 },
    });
  });
});
