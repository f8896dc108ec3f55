import { contenderIds, isTiming, tasks } from "@/content/benchmarks/kernel-report";
import type { CaseReport, Measured, Task, Timing } from "@/content/benchmarks/kernel-report";
import { isPlain } from "./cases";
import { contenderName } from "./names";

export type TaskCell = TimingCell | AbsenceCell;

interface TimingCell {
  readonly ms: number;
  /** Null where what it is compared with was not measured. */
  readonly ratio: number | null;
}

/** Stands for as many tasks in a row as have the same reason. */
interface AbsenceCell {
  readonly reason: string;
  readonly tasks: number;
}

export interface TimingRow {
  readonly name: string;
  readonly cells: readonly TaskCell[];
}

export const isAbsent = (cell: TaskCell): cell is AbsenceCell => "reason" in cell;

/** The cells of a row: each task's time, with a ratio, or why there is none. */
export function taskCells(
  measured: Readonly<Record<Task, Measured>>,
  ratioOf: (timing: Timing, task: Task) => number | null,
): readonly TaskCell[] {
  const cells: TaskCell[] = [];
  for (const task of tasks) {
    const found = measured[task];
    const before = cells.at(-1);
    if (isTiming(found)) cells.push({ ms: found.ms, ratio: ratioOf(found, task) });
    else if (before !== undefined && isAbsent(before) && before.reason === found.reason)
      cells.splice(-1, 1, { ...before, tasks: before.tasks + 1 });
    else cells.push({ reason: found.reason, tasks: 1 });
  }
  return cells;
}

/** What every contender takes on one shape, and over the floor. */
export interface ShapeTable {
  readonly shape: string;
  readonly axis: number;
  readonly bytes: number;
  readonly msFloor: number;
  readonly rows: readonly TimingRow[];
}

export const shapeTables = (cases: readonly CaseReport[]): readonly ShapeTable[] =>
  cases.filter(isPlain).map(({ name, axis, bytes, msFloor, measured }) => ({
    shape: name,
    axis,
    bytes,
    msFloor,
    rows: contenderIds.map((id) => ({
      name: contenderName(id),
      cells: taskCells(measured[id], ({ ratioToFloor }) => ratioToFloor),
    })),
  }));
