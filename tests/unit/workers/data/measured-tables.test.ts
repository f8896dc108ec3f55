import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { measuredDataSets } from "@/engine/spec/run/data-sets";
import type { MeasuredDataSetId } from "@/engine/spec/run/data-sets";
import type * as MeasuredTables from "@/workers/data/measured-tables";
import { readMeasured } from "@/workers/data/measured-tables";
import { dataRoot, refusalFrom, serveShippedData, shippedText } from "../support";

const read = async (
  id: MeasuredDataSetId,
  missing: "drop-rows" | "column-mean" = "drop-rows",
): Promise<ReturnType<typeof readMeasured>> =>
  readMeasured(id, await shippedText(measuredDataSets[id].file), missing);

const countsOf = (labels: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(labels)].map((label) => [label, labels.filter((other) => other === label).length]),
  );

describe("a shipped table", () => {
  it("of wine has 178 rows × 13 columns and the cultivars as labels", async () => {
    const { columns, rowCount, values, labels } = await read("wine");
    expect([rowCount, columns.length, values.length]).toEqual([178, 13, 178 * 13]);
    expect(columns).not.toContain("cultivar");
    expect(countsOf(labels!)).toEqual({ 1: 59, 2: 71, 3: 48 });
    expect(Array.from(values.subarray(0, 3))).toEqual([14.23, 1.71, 2.43]);
  });

  it("of digits has 1,797 rows × 64 columns and the digits as labels", async () => {
    const { columns, rowCount, values, labels } = await read("digits");
    expect([rowCount, columns.length, values.length]).toEqual([1797, 64, 1797 * 64]);
    expect([columns[0], columns[63]]).toEqual(["p00", "p77"]);
    expect(new Set(labels)).toEqual(new Set("0123456789"));
    expect([Math.min(...values), Math.max(...values)]).toEqual([0, 16]);
  });

  it("of penguins has 342 rows × 4 columns without the two unmeasured birds", async () => {
    const { columns, rowCount, values, labels } = await read("penguins");
    expect([rowCount, columns.length, values.length]).toEqual([342, 4, 342 * 4]);
    expect(countsOf(labels!)).toEqual({ Adelie: 151, Gentoo: 123, Chinstrap: 68 });
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it("of penguins has all 344 birds when missing cells are filled in", async () => {
    const { rowCount, values, labels } = await read("penguins", "column-mean");
    expect([rowCount, values.length, labels!.length]).toEqual([344, 344 * 4, 344]);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

describe("downloading a table", () => {
  let measured: typeof MeasuredTables;
  beforeEach(async () => {
    vi.resetModules();
    measured = await import("@/workers/data/measured-tables");
  });
  afterEach(() => void vi.unstubAllGlobals());

  it("asks for its file below the site's root, and reads it as it is shipped", async () => {
    const asked = serveShippedData();
    const table = await measured.measuredTable("wine", "drop-rows", dataRoot);
    expect(asked).toEqual([`${dataRoot}data/wine.csv`]);
    expect(table).toEqual(await read("wine"));
  });

  it("happens once per file, also when it is read with other choices", async () => {
    const asked = serveShippedData();
    const dropped = await measured.measuredTable("penguins", "drop-rows", dataRoot);
    const filled = await measured.measuredTable("penguins", "column-mean", dataRoot);
    await measured.measuredTable("wine", "drop-rows", dataRoot);
    expect(asked).toEqual([`${dataRoot}data/penguins.csv`, `${dataRoot}data/wine.csv`]);
    expect([dropped.rowCount, filled.rowCount]).toEqual([342, 344]);
  });

  const refused = (cause: string): object => ({
    code: "data-download",
    kind: "RuntimeError",
    message: `The data set could not be loaded: ${cause}.`,
    details: {},
  });

  it.each([404, 500])(
    "is refused with the status %d when the server has no such file",
    async (status) => {
      vi.stubGlobal("fetch", () => Promise.resolve(new Response("not found", { status })));
      expect(await refusalFrom(measured.measuredTable("wine", "drop-rows", dataRoot))).toEqual(
        refused(`status ${status}`),
      );
    },
  );

  it("is refused when the network does not answer, e.g. offline", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await refusalFrom(measured.measuredTable("wine", "drop-rows", dataRoot))).toEqual(
      refused("the network did not answer"),
    );
  });

  it("is tried again after it failed", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await refusalFrom(measured.measuredTable("wine", "drop-rows", dataRoot));
    const asked = serveShippedData();
    const { rowCount } = await measured.measuredTable("wine", "drop-rows", dataRoot);
    expect([asked.length, rowCount]).toEqual([1, 178]);
  });
});
