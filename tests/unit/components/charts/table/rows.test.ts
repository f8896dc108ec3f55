import { unparse } from "papaparse";
import { expect, it, vi } from "vitest";
import { csvParts } from "@/components/charts/table/csv";
import { rowsBetween, rowsOnDemand } from "@/components/charts/table/rows";
import type { Row } from "@/components/charts/table/rows";

const make = (row: number): Row => [row, row / 7, null];

it("makes no rows but those that are asked for", () => {
  const made = vi.fn(make);
  const rows = rowsOnDemand(10_001, made);
  expect(rows).toHaveLength(10_001);
  expect(rowsBetween(rows, 5000, 5100)[3]).toEqual([5003, 5003 / 7, null]);
  expect(made).toHaveBeenCalledTimes(100);
});

it("ends with its length", () => {
  const rows = rowsOnDemand(7, make);
  expect(rowsBetween(rows, 5, 10)).toEqual([make(5), make(6)]);
  expect(rowsBetween(rows, 7, 10)).toEqual([]);
  expect(rows.at(7)).toBeUndefined();
  expect(rowsBetween([make(0), make(1)], 1, 10)).toEqual([make(1)]);
});

it("is saved as the list of all its rows would be", async () => {
  const parts = await csvParts(["a", "b", "c"], rowsOnDemand(1203, make), () => Promise.resolve());
  const all = Array.from({ length: 1203 }, (_, row) => [...make(row)]);
  expect(parts.join("")).toBe(unparse([["a", "b", "c"], ...all]));
});
