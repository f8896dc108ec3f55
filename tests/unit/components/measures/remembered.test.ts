import { expect, it, vi } from "vitest";
import { columnOf } from "@/components/measures/column";
import { remembered } from "@/components/measures/remembered";

it("makes the same of a run and the same numbers once, and hands out that object", () => {
  const make = vi.fn((run: { readonly n: number }, a: number, b: number) => [run.n, a, b]);
  const once = remembered(make);
  const [run, other] = [{ n: 1 }, { n: 1 }];
  const first = once(run, 2, NaN);
  expect(first).toEqual([1, 2, NaN]);
  expect(once(run, 2, NaN)).toBe(first);
  expect(once(other, 2, NaN)).not.toBe(first);
  expect(once(run, 2, NaN)).toBe(first);
  expect(make).toHaveBeenCalledTimes(2);
});

it("makes it anew for other keys, of which it remembers the last 32", () => {
  const make = vi.fn((_run: object, channel: number, name: string) => [channel, name]);
  const once = remembered(make);
  const run = {};
  const channels = Array.from({ length: 32 }, (_, channel) => channel);
  const first = channels.map((channel) => once(run, channel, "mean"));
  expect(first[7]).toEqual([7, "mean"]);
  channels.forEach((channel) => expect(once(run, channel, "mean")).toBe(first[channel]));
  expect(make).toHaveBeenCalledTimes(32);
  expect(once(run, 7, "variance")).toEqual([7, "variance"]);
  expect(once(run, 1, "mean")).toBe(first[1]);
  expect(make).toHaveBeenCalledTimes(33);
  expect(once(run, 0, "mean")).not.toBe(first[0]);
  expect(make).toHaveBeenCalledTimes(34);
});

it("picks a column of rows", () => {
  const rows = Float64Array.of(1, 2, 3, 4, 5, NaN);
  expect(columnOf(rows, 3, 1)).toEqual(Float64Array.of(2, 5));
  expect(columnOf(rows, 3, 2)).toEqual(Float64Array.of(3, NaN));
  expect(columnOf(new Float64Array(0), 3, 2)).toHaveLength(0);
});
