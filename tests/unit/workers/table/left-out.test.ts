import { describe, expect, test } from "vitest";
import { read, refusalOf } from "./support";

describe("a column that is no channel", () => {
  test("for its decimal commas is named, with the first of them", () => {
    const { table, report } = read("height;weight\n1,62;58\n1,80;70\n1,75;66\n");
    expect(table.columns).toEqual(["weight"]);
    expect(report.leftOutColumns).toEqual([
      {
        name: "height",
        cells: 3,
        texts: 3,
        first: { row: 2, cell: '"1,62"' },
        hasDecimalComma: true,
      },
    ]);
  });

  test("for its texts has the first of them, which need not be its first cell", () => {
    const { report } = read("x,y\n1,1\n\n,2\nlarge,3\nsmall,4\n");
    expect(report.leftOutColumns).toEqual([
      {
        name: "x",
        cells: 3,
        texts: 2,
        // A blank line counts as a row, as a spreadsheet has it.
        first: { row: 5, cell: '"large"' },
        hasDecimalComma: false,
      },
    ]);
  });

  test("because it is empty has no first text", () => {
    expect(read("x,y\n,1\nNA,2\n").report.leftOutColumns).toEqual([
      { name: "x", cells: 0, texts: 0, first: null, hasDecimalComma: false },
    ]);
  });

  test("by choice is not left out", () => {
    const text = "kind,x,place\noak,1,a\nelm,2,b\n";
    const { report } = read(text, { labelColumn: "kind" });
    expect(report.leftOutColumns.map(({ name }) => name)).toEqual(["place"]);
    expect(read("kind,x\noak,1\n", { labelColumn: "kind" }).report.leftOutColumns).toEqual([]);
  });

  test("without a header is named by its place", () => {
    const { report } = read("1,a\n2,b\n", { header: "absent" });
    expect(report.leftOutColumns).toMatchObject([
      { name: "column 2", first: { row: 1, cell: '"a"' } },
    ]);
  });

  test("with a long text has it shortened", () => {
    const [left] = read(`x,y\n${"a".repeat(99)},1\n`).report.leftOutColumns;
    expect(left?.first?.cell).toHaveLength(42);
  });
});

test("where no column is numeric, decimal commas are named before other texts", () => {
  expect(refusalOf(() => read("kind;height;weight\noak;1,62;58,5\nelm;1,80;70,1\n"))).toMatchObject(
    {
      code: "table-no-numbers",
      message:
        `A table must have a numeric column, one where more than half of the cells are numbers. ` +
        `Received: columns "kind", "height", "weight", separated by semicolons. ` +
        `Row 2, column "height": "1,62" is not a number; decimals use a point.`,
    },
  );
});
