import { contenderIds, isTiming, tasks } from "@/content/benchmarks/kernel-report";
import type { AimReport, CaseReport, Measured } from "@/content/benchmarks/kernel-report";

const nameWidth = 20;
const cellWidth = 24;

const digits = (value: number): string => (value < 100 ? value.toPrecision(3) : value.toFixed(0));

const cell = (measured: Measured): string =>
  isTiming(measured)
    ? `${digits(measured.ms)} ms ${`${digits(measured.ratioToFloor)} ×`.padStart(9)}`
    : "–";

/** One line for each reason why something was not measured. */
function absenceLines(measured: CaseReport["measured"]): readonly string[] {
  const idsOf = new Map<string, Set<string>>();
  for (const id of contenderIds) {
    for (const task of tasks) {
      const found = measured[id][task];
      if (isTiming(found)) continue;
      idsOf.set(found.reason, (idsOf.get(found.reason) ?? new Set()).add(id));
    }
  }
  return [...idsOf].map(([reason, ids]) => `  not ${[...ids].join(", ")}: ${reason}`);
}

/** The times of a case, each with its ratio to the floor, and why some are not there. */
export function caseTable({ name, bytes, msFloor, measured }: CaseReport): string {
  const heading = `${name} · ${digits(bytes / 1e6)} MB · memory.copy ${digits(msFloor)} ms`;
  const line = (first: string, cells: readonly string[]): string =>
    `  ${first.padEnd(nameWidth)}${cells.map((text) => text.padStart(cellWidth)).join("")}`;
  const present = contenderIds.filter((id) => tasks.some((task) => isTiming(measured[id][task])));
  const rows = present.map((id) =>
    line(
      id,
      tasks.map((task) => cell(measured[id][task])),
    ),
  );
  return [heading, line("", tasks), ...rows, ...absenceLines(measured)].join("\n");
}

function aimLine({ what, measured, aim, met }: AimReport): string {
  const wanted = "atMost" in aim ? `at most ${aim.atMost}` : `at least ${aim.atLeast}`;
  const found = measured === null ? "not measured" : String(measured);
  return `  ${met ? "met   " : "missed"}  ${what}: ${found} (${wanted})`;
}

export const aimTable = (aims: readonly AimReport[]): string =>
  ["Aims", ...aims.map(aimLine)].join("\n");
