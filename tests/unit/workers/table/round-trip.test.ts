import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { read } from "./support";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

const tables = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.array(finite, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 25,
  }),
);

/** String() drops the sign of a negative zero. */
function written(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

const delimiters = [",", "\t", ";", "|"] as const;
const layouts = [
  { header: "auto", writesNames: true },
  { header: "auto", writesNames: false },
  { header: "present", writesNames: true },
  { header: "absent", writesNames: false },
] as const;
const cases = delimiters.flatMap((delimiter) =>
  layouts.map((layout) => ({ delimiter, ...layout })),
);

describe("any table of finite numbers reads back identical", () => {
  test.each(cases)(
    "with delimiter $delimiter, header $header, names written: $writesNames",
    ({ delimiter, header, writesNames }) => {
      fc.assert(
        fc.property(
          tables,
          fc.boolean(),
          fc.constantFrom("\n", "\r\n"),
          (rows, quotes, newline) => {
            const names = rows[0]!.map((_, at) => (writesNames ? `name${at}` : `column ${at + 1}`));
            const cells = rows.map((row) => row.map(written));
            const text = Papa.unparse(writesNames ? [names, ...cells] : cells, {
              delimiter,
              newline,
              quotes,
            });
            const { table, report } = read(text, { header });
            expect(table).toEqual({
              columns: names,
              rowCount: rows.length,
              values: Float64Array.from(rows.flat()),
            });
            expect(report).toMatchObject({
              delimiter: names.length === 1 ? "," : delimiter,
              hasHeader: writesNames,
              rowsRead: rows.length,
              missingCells: 0,
              infiniteCells: 0,
            });
          },
        ),
      );
    },
  );
});
