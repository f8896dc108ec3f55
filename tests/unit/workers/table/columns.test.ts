import { describe, expect, test } from "vitest";
import { read, refusalOf, rowsOf } from "./support";

describe("a column", () => {
  test("with more than half numbers is numeric, and its texts are refused", () => {
    expect(refusalOf(() => read("x\n1\n2\nb\n", { header: "present" }))).toMatchObject({
      message: `Row 4, column "x": "b" is not a number. Correct the cell or leave it empty.`,
    });
  });

  test("with half numbers is a label column", () => {
    const { table, report } = read("x,y\n1,1\nb,2\n", { labelColumn: "x" });
    expect(table.columns).toEqual(["y"]);
    expect(report.labelColumns).toEqual(["x"]);
    expect(table.labels).toEqual(["1", "b"]);
  });

  test("is judged by the cells that are not missing", () => {
    const { report, table } = read("x,y\n1,1\n,2\n,3\n,4\n");
    expect(table.columns).toEqual(["x", "y"]);
    expect(report.missingCells).toBe(3);
  });

  test("is numeric when its numbers are infinite", () => {
    expect(rowsOf(read("x\ninf\n-inf\n").table)).toEqual([[Infinity], [-Infinity]]);
  });

  test("that is all missing is neither numeric nor a label", () => {
    const { table, report } = read("x,gone,name\n1,,a\n2,NA,b\n");
    expect(table.columns).toEqual(["x"]);
    expect(rowsOf(table)).toEqual([[1], [2]]);
    expect(report).toMatchObject({ labelColumns: ["name"], missingCells: 0, rowsDropped: 0 });
  });

  test("whose values are all the same is reported as constant", () => {
    const { report } = read("a,b,c,d\n1,1,inf,0\n1,2,inf,-0\n1,1,inf,0\n");
    expect(report.constantColumns).toEqual(["a", "c", "d"]);
  });

  test("is constant when the rows that differ are dropped", () => {
    expect(read("a,b\n1,1\n1,2\n5,\n").report.constantColumns).toEqual(["a"]);
  });
});

describe("a text without a number", () => {
  test("is refused, with its columns and its delimiter", () => {
    expect(refusalOf(() => read("name\tkind\na\tb\n"))).toEqual({
      code: "table-no-numbers",
      kind: "ValueError",
      message:
        `A table must have a numeric column, one where more than half of the cells are numbers. ` +
        `Received: columns "name", "kind", separated by tabs. Row 2, column "name": "a" is not a number.`,
      details: { columns: 2 },
    });
  });

  test("is refused in the singular, which shows a delimiter that was not detected", () => {
    expect(refusalOf(() => read("a:b\n1:2\n"))).toMatchObject({
      message:
        `A table must have a numeric column, one where more than half of the cells are numbers. ` +
        `Received: column "a:b", separated by commas. Row 2, column "a:b": "1:2" is not a number.`,
    });
  });

  test("is refused with the first names of many", () => {
    expect(refusalOf(() => read("a,b,c,d,e,f,g\nx,x,x,x,x,x,x\n"))).toMatchObject({
      message:
        `A table must have a numeric column, one where more than half of the cells are numbers. ` +
        `Received: columns "a", "b", "c", "d", "e" and 2 more, separated by commas. ` +
        `Row 2, column "a": "x" is not a number.`,
    });
  });

  test.each(["drop-rows", "column-mean"] as const)(
    "whose cells are all missing is refused when missing cells mean %s",
    (missing) => {
      expect(refusalOf(() => read("a,b\nNA,\n,NaN\n", { missing }))).toEqual({
        code: "table-all-missing",
        kind: "ValueError",
        message: `A table must hold at least one number. Received: columns "a", "b" with every cell missing.`,
        details: { columns: 2 },
      });
    },
  );

  test("but NaN is refused as missing", () => {
    expect(refusalOf(() => read("NaN"))).toMatchObject({
      message: `A table must hold at least one number. Received: column "column 1" with every cell missing.`,
    });
  });
});

describe("the label column", () => {
  const text = "species,x,site\n Adelie ,1,north\nGentoo,,south\n,3,NA\n";

  test("gives one trimmed text per kept row, empty where it is missing", () => {
    const { table } = read(text, { labelColumn: "species" });
    expect(table.labels).toEqual(["Adelie", ""]);
    expect(rowsOf(table)).toEqual([[1], [3]]);
  });

  test("gives one text per row when missing cells are filled", () => {
    const { table } = read(text, { labelColumn: "site", missing: "column-mean" });
    expect(table.labels).toEqual(["north", "south", "NA"]);
  });

  test("that is not chosen leaves the table without labels", () => {
    expect(read(text).table).not.toHaveProperty("labels");
  });

  test.each(["y", "Species", ""])(
    "named %j is refused with the columns there are",
    (labelColumn) => {
      expect(refusalOf(() => read(text, { labelColumn }))).toEqual({
        code: "table-label-column",
        kind: "ValueError",
        message:
          `labelColumn must be null or the name of a column: "species", "x", "site". ` +
          `Received: labelColumn="${labelColumn}".`,
        details: { column: labelColumn },
      });
    },
  );

  test("may hold numbers and is then no channel", () => {
    const { table, report } = read("a,class\n1,0\n2,1\n", { labelColumn: "class" });
    expect(table.columns).toEqual(["a"]);
    expect(table.labels).toEqual(["0", "1"]);
    expect(report.labelColumns).toEqual(["class"]);
  });

  test("cannot be the only column", () => {
    expect(refusalOf(() => read("a\n1\n", { labelColumn: "a" }))).toMatchObject({
      code: "table-no-numbers",
    });
  });
});
