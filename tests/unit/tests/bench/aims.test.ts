import { expect, test } from "vitest";
import { contenderIds, tasks } from "@/content/benchmarks/kernel-report";
import type { CaseReport } from "@/content/benchmarks/kernel-report";
import { aimReports } from "@/tests/bench/kernels/aims";
import { cases } from "@/tests/bench/kernels/cases";

/** A report in which everything takes 8 ms, and our kernels `ms`. */
const medium = (ms: number): CaseReport => {
  const byTask = (each: number) =>
    Object.fromEntries(tasks.map((task) => [task, { ms: each, ratioToFloor: each }]));
  const measured = contenderIds.map((id) => [id, byTask(id === "wasm" ? ms : 8)]);
  return {
    name: cases.medium.name,
    shape: cases.medium.shape,
    axis: cases.medium.axis,
    bytes: 4,
    msFloor: 1,
    measured: Object.fromEntries(measured) as CaseReport["measured"],
  };
};

const aim = (reports: readonly CaseReport[], start: string) =>
  aimReports(reports).find(({ what }) => what.startsWith(start));

test("an upper bound is met by what is at most as large", () => {
  const start = "forward, [65536, 64]: time over memory.copy";
  expect(aim([medium(3)], start)).toMatchObject({ measured: 3, met: true });
  expect(aim([medium(3.1)], start)).toMatchObject({ measured: 3.1, met: false });
});

test("a lower bound is met by what is at least as large", () => {
  const start = "forward, [65536, 64]: times faster than jax";
  expect(aim([medium(2)], start)).toMatchObject({ measured: 4, met: true });
  expect(aim([medium(4)], start)).toMatchObject({ measured: 2, met: false });
});

test("what was not measured is not met", () => {
  const unmet = aimReports([]).filter(({ measured, met }) => measured === null && !met);
  expect(unmet).toHaveLength(aimReports([]).length);
});
