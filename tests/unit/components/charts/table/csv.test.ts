import { unparse } from "papaparse";
import { expect, it, vi } from "vitest";
import { csvParts } from "@/components/charts/table/csv";
import type { Row } from "@/components/charts/table/rows";
import { pageAt, pageCount, pageWith } from "@/components/charts/table/pages";

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

it("has one page of up to 250 rows, and of more one for every 100", () => {
  expect([0, 1, 250, 251, 10_001].map(pageCount)).toEqual([1, 1, 1, 3, 101]);
  const ends = (row: number, count: number): readonly number[] => {
    const { index, from, to } = pageWith(row, count);
    return [index, from, to];
  };
  expect(ends(249, 250)).toEqual([0, 0, 250]);
  expect(ends(99, 10_001)).toEqual([0, 0, 100]);
  expect(ends(100, 10_001)).toEqual([1, 100, 200]);
  expect(ends(10_000, 10_001)).toEqual([100, 10_000, 10_001]);
  expect(pageAt(3, 251)).toEqual({ index: 2, from: 200, to: 251 });
  expect(pageAt(3, 0)).toEqual({ index: 0, from: 0, to: 0 });
});
