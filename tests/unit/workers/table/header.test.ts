import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameColumns } from "../../../../workers/table/name-columns";
import { read, rowsOf } from "./support";

describe("the header, on auto,", () => {
  test.each([
    ["a text above numbers", "a,b\n1,2\n"],
    ["one text above a number beside a number", "a,5\n1,2\n"],
    ["a text above a number far below", "a\nNA\nNA\n1\n"],
    ["texts above texts and missing cells", "a,b\nx,NA\ny,1\n"],
  ])("is present with %s", (_, text) => {
    expect(read(text).report.hasHeader).toBe(true);
  });

  test.each([
    ["numbers only", "1,2\n3,4\n"],
    ["a text above texts beside a number", "x,1\ny,2\n"],
    ["a missing token above numbers", "NaN\n1\n2\n"],
    ["missing tokens beside a number", "NA,-,1\n1,2,3\n"],
    ["infinity above numbers", "inf\n1\n"],
  ])("is absent with %s", (_, text) => {
    expect(read(text).report.hasHeader).toBe(false);
  });

  test("that is absent leaves the first row among the data", () => {
    const { table, report } = read("x,1\ny,2\n", { labelColumn: "column 1" });
    expect(table.columns).toEqual(["column 2"]);
    expect(rowsOf(table)).toEqual([[1], [2]]);
    expect(table.labels).toEqual(["x", "y"]);
    expect(report.rowsRead).toBe(2);
  });
});

describe("the header, as chosen,", () => {
  test("is present above numbers and then names the columns", () => {
    const { table } = read("1,2\n3,4\n", { header: "present" });
    expect(table.columns).toEqual(["1", "2"]);
    expect(rowsOf(table)).toEqual([[3, 4]]);
  });

  test("is absent above texts and then is data", () => {
    const { table, report } = read("a,1\nb,2\n", { header: "absent" });
    expect(table.columns).toEqual(["column 2"]);
    expect(rowsOf(table)).toEqual([[1], [2]]);
    expect(report).toMatchObject({ hasHeader: false, labelColumns: ["column 1"], rowsRead: 2 });
  });
});

describe("column names", () => {
  test("are made distinct where the header repeats or omits one", () => {
    const { table } = read("a,a,,b,a\n1,2,3,4,5\n");
    expect(table.columns).toEqual(["a", "a (2)", "column 3", "b", "a (3)"]);
  });

  test("that are distinct already stay as they are", () => {
    expect(nameColumns(["a", "a", "a (2)", "", "column 4"])).toEqual([
      "a",
      "a (3)",
      "a (2)",
      "column 4",
      "column 4 (2)",
    ]);
  });

  test("are distinct for any header, and the first of each name keeps it", () => {
    const cell = fc.oneof(
      fc.constantFrom("", "a", "a (2)", "a (3)", "a (2) (2)", "column 1", "column 2", "__proto__"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (header) => {
        const names = nameColumns(header);
        expect(names).toHaveLength(header.length);
        expect(new Set(names).size).toBe(header.length);
        const wanted = header.map((name, at) => (name === "" ? `column ${at + 1}` : name));
        wanted.forEach((name, at) => {
          if (wanted.indexOf(name) === at) expect(names[at]).toBe(name);
        });
      }),
    );
  });

  test("are found in linear time when one name fills a wide header", () => {
    const names = nameColumns(Array.from({ length: 300_000 }, () => "a"));
    expect(names.at(-1)).toBe("a (300000)");
  });
});
