import { describe, expect, test } from "vitest";
import { read, refusalOf, rowsOf } from "./support";

describe("the delimiter", () => {
  test.each([",", "\t", ";", "|"])("is detected when it is %j", (delimiter) => {
    const { table, report } = read(`a${delimiter}b\n1${delimiter}2\n`);
    expect(table.columns).toEqual(["a", "b"]);
    expect(rowsOf(table)).toEqual([[1, 2]]);
    expect(report.delimiter).toBe(delimiter);
  });

  test("is a comma when the text has none", () => {
    expect(read("1\n2\n").report.delimiter).toBe(",");
  });

  test("is detected below many blank lines", () => {
    expect(read(`${"\r\n".repeat(30)}a;b\r\n1;2\r\n`).report.delimiter).toBe(";");
  });

  test("is detected between blank lines that end in CRLF", () => {
    expect(read("a;b\r\n\r\n1;2\r\n\r\n3;4\r\n").report.delimiter).toBe(";");
  });

  test("is detected when the first cell of a tab-separated text is empty", () => {
    const { table, report } = read("\tx\ty\nr1\t1\t2\nr2\t3\t4\n");
    expect(table.columns).toEqual(["x", "y"]);
    expect(report).toMatchObject({ delimiter: "\t", labelColumns: ["column 1"] });
  });

  test("inside a quoted cell belongs to the cell", () => {
    expect(read('name,x\n"b, a",1\n', { labelColumn: "name" }).table.labels).toEqual(["b, a"]);
  });
});

describe("harmless in a text", () => {
  const expected = read("a,b\n1,2\n3,4\n");

  test("means the values of the plain text, as the comparison below does", () => {
    expect(rowsOf(expected.table)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test.each([
    ["a byte order mark", "\uFEFFa,b\n1,2\n3,4\n"],
    ["a byte order mark before a quote", '\uFEFF"a",b\n1,2\n3,4\n'],
    ["CRLF line ends", "a,b\r\n1,2\r\n3,4\r\n"],
    ["CR line ends", "a,b\r1,2\r3,4\r"],
    ["line ends of both kinds", "a,b\r\n1,2\n3,4\r\n"],
    ["no line end after the last row", "a,b\n1,2\n3,4"],
    ["blank lines", "\n\na,b\n\n1,2\n  \n3,4\n\n\n"],
    ["blank lines that end in CRLF", "\r\na,b\r\n\r\n1,2\r\n3,4\r\n\r\n"],
    ["quoted cells", '"a","b"\n"1","2"\n"3","4"\n'],
    ["quoted cells before CRLF line ends", '"a","b"\r\n"1","2"\r\n"3","4"\r\n'],
    ["spaces around cells", " a , b \n 1 , 2\n3, 4 \n"],
  ])("is %s", (_, text) => {
    expect(read(text)).toEqual(expected);
  });

  test("is a line break or a doubled quote in a quoted cell", () => {
    const { table } = read('name,x\n"two\r\nlines",1\n"a ""b""",2\n', { labelColumn: "name" });
    expect(table.labels).toEqual(["two\r\nlines", 'a "b"']);
    expect(rowsOf(table)).toEqual([[1], [2]]);
  });
});

describe("the smallest texts", () => {
  test("one cell is a table of one row and one column", () => {
    expect(read("5")).toEqual({
      table: { columns: ["column 1"], rowCount: 1, values: Float64Array.of(5) },
      report: {
        delimiter: ",",
        hasHeader: false,
        rowsRead: 1,
        rowsDropped: 0,
        cellsFilled: 0,
        missingCells: 0,
        infiniteCells: 0,
        constantColumns: ["column 1"],
        labelColumns: [],
        leftOutColumns: [],
      },
    });
  });

  test("one row is a table of one row", () => {
    const { table, report } = read("1,2,3");
    expect(table.columns).toEqual(["column 1", "column 2", "column 3"]);
    expect(rowsOf(table)).toEqual([[1, 2, 3]]);
    expect(report.hasHeader).toBe(false);
  });

  test("one column is a table of one column", () => {
    const { table } = read("x\n1\n2\n");
    expect(table.columns).toEqual(["x"]);
    expect(rowsOf(table)).toEqual([[1], [2]]);
  });
});

describe("a text without rows", () => {
  test.each([
    ["an empty text", ""],
    ["blank lines only", "\n \r\n\t\n"],
    ["blank lines only", "\uFEFF"],
  ])("is refused, as %s", (received, text) => {
    expect(refusalOf(() => read(text))).toEqual({
      code: "table-empty",
      kind: "ValueError",
      message: `Table text must have at least one row. Received: ${received}.`,
      details: {},
    });
  });

  test.each([
    ["a,b,c\n", "auto", "3 columns"],
    ["a\n", "auto", "1 column"],
    ["1,2\n", "present", "2 columns"],
  ] as const)("below its header is refused: %j with header %s", (text, header, columns) => {
    expect(refusalOf(() => read(text, { header }))).toEqual({
      code: "table-no-rows",
      kind: "ValueError",
      message: `Table text must have at least one row below its header. Received: a header of ${columns} and no rows.`,
      details: { columns: Number.parseInt(columns) },
    });
  });
});

describe("a ragged row", () => {
  test("that is too short is refused, with its count and the expected one", () => {
    const text = "a,b,c,d\n1,2,3,4\n1,2,3,4\n1,2,3,4\n1,2,3\n1,2,3,4\n";
    expect(refusalOf(() => read(text))).toEqual({
      code: "table-ragged",
      kind: "ValueError",
      message: "Row 5 has 3 cells; the rows above have 4.",
      details: { row: 5, cells: 3, expected: 4 },
    });
  });

  test("that is too long is refused right below the first row", () => {
    expect(refusalOf(() => read("a,b\n1,2,3\n"))).toMatchObject({
      message: "Row 2 has 3 cells; the row above has 2.",
    });
  });

  test("of one cell is refused in the singular", () => {
    expect(refusalOf(() => read("a,b\n1,2\n3\n"))).toMatchObject({
      message: "Row 3 has 1 cell; the rows above have 2.",
    });
  });
});

describe("a quote", () => {
  test("that is never closed is refused, with the row it opens in", () => {
    expect(refusalOf(() => read('name,x\na,1\n"b,2\nc,3\n'))).toEqual({
      code: "table-unclosed-quote",
      kind: "ValueError",
      message:
        "Row 3 opens a quoted cell that is never closed. Close the quote at the end of the cell.",
      details: { row: 3 },
    });
  });

  test("that closes before the end of its cell is refused", () => {
    expect(refusalOf(() => read('name,x\n"a"b,1\n"c",2\n'))).toEqual({
      code: "table-stray-quote",
      kind: "ValueError",
      message:
        "Row 2 has a quoted cell with text after its closing quote. Write a quote that belongs to the cell twice.",
      details: { row: 2 },
    });
  });

  test("inside an unquoted cell is part of it", () => {
    expect(read('size,x\n5" disk,1\n', { labelColumn: "size" }).table.labels).toEqual(['5" disk']);
  });
});
