import { unparse } from "papaparse";
import { expect, it, vi } from "vitest";
import { csvParts } from "@/components/charts/table/csv";
import type { Row } from "@/components/charts/table/rows";
import { pageCount, pageOf, pageSize } from "@/components/charts/table/pages";

const columns = ["step", "a, quoted", "note"];
const rowsOf = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, i) => [i, i % 3 === 0 ? null : i / 7, `"${i}"`]);

it.each([0, 1, 500, 501, 1499, 10_001])("writes %i rows as if at once", async (count) => {
  const pause = vi.fn(() => Promise.resolve());
  const parts = await csvParts(columns, rowsOf(count), pause);
  const data = rowsOf(count).map((row) => [...row]);
  expect(parts.join("")).toBe(unparse([columns, ...data]));
  expect(pause).toHaveBeenCalledTimes(Math.max(Math.ceil(count / 500) - 1, 0));
});

it("counts a page for every 250 rows, and one for none", () => {
  expect(pageSize).toBe(250);
  expect([0, 1, 250, 251, 10_001].map(pageCount)).toEqual([1, 1, 1, 2, 41]);
  expect([0, 249, 250, 10_000].map(pageOf)).toEqual([0, 0, 1, 40]);
});
