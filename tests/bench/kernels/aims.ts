import { isTiming } from "@/content/benchmarks/kernel-report";
import type { AimReport, CaseReport, ContenderId, Task } from "@/content/benchmarks/kernel-report";
import { cases, type Case } from "./cases";

type Ms = (of: Case, task: Task, id: ContenderId) => number;

interface Aim {
  readonly what: string;
  readonly ratio: (ms: Ms, floor: (of: Case) => number) => number;
  readonly aim: AimReport["aim"];
}

const overFloor = (task: Task, of: Case, atMost: number): Aim => ({
  what: `${task}, ${of.name}: time over memory.copy`,
  ratio: (ms, floor) => ms(of, task, "wasm") / floor(of),
  aim: { atMost },
});

const fasterThan = (peer: ContenderId, task: Task, of: Case, atLeast: number): Aim => ({
  what: `${task}, ${of.name}: times faster than ${peer}`,
  ratio: (ms) => ms(of, task, peer) / ms(of, task, "wasm"),
  aim: { atLeast },
});

const overPlain = (of: Case, atMost: number): Aim => ({
  what: `forward, ${of.name}: time over plain`,
  ratio: (ms) => ms(of, "forward", "wasm") / ms(cases.medium, "forward", "wasm"),
  aim: { atMost },
});

const aims: readonly Aim[] = [
  overFloor("forward", cases.medium, 3),
  overFloor("forward", cases.large, 2.2),
  overFloor("forward", cases.images, 2),
  overFloor("forward + backward", cases.medium, 7.5),
  overFloor("forward + backward", cases.large, 5.5),
  fasterThan("jax", "forward", cases.medium, 4),
  fasterThan("jax", "forward + backward", cases.medium, 3),
  fasterThan("jax", "forward", cases.tiny, 3),
  fasterThan("jax", "forward + backward", cases.tiny, 3),
  fasterThan("tfjs-wasm", "forward", cases.medium, 40),
  overPlain(cases.renorm, 1.3),
  overPlain(cases.ghost, 1.3),
  overPlain(cases.smallGhost, 1.3),
  overPlain(cases.adjustment, 1.3),
];

/** What the project wants of its kernels, and what it has. Not measured is not met. */
export function aimReports(reports: readonly CaseReport[]): readonly AimReport[] {
  const reportOf = (of: Case): CaseReport | undefined =>
    reports.find(({ name }) => name === of.name);
  const floor = (of: Case): number => reportOf(of)?.msFloor ?? NaN;
  const ms: Ms = (of, task, id) => {
    const measured = reportOf(of)?.measured[id][task];
    return measured !== undefined && isTiming(measured) ? measured.ms : NaN;
  };
  return aims.map(({ what, ratio, aim }) => {
    const value = ratio(ms, floor);
    const met = "atMost" in aim ? value <= aim.atMost : value >= aim.atLeast;
    const measured = Number.isNaN(value) ? null : Number(value.toPrecision(3));
    return { what, measured, aim, met };
  });
}
