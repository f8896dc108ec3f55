import { contenderIds, tasks } from "@/content/benchmarks/kernel-report";
import type {
  CaseReport,
  ContenderId,
  KernelReport,
  Measured,
  Task,
} from "@/content/benchmarks/kernel-report";

type Times = Readonly<Partial<Record<ContenderId, number | string>>>;

interface Given {
  readonly name: string;
  readonly shape: readonly number[];
  readonly msFloor: number;
  /** The ms of each contender's forward, a tenth more for each later task; or why there is none. */
  readonly times: Times;
}

/** A case of float32 numbers whose last axis is normalized. Who is not named did not take part. */
export function caseOf({ name, shape, msFloor, times }: Given): CaseReport {
  const measured = (id: ContenderId, task: Task): Measured => {
    const given = times[id] ?? "did not take part";
    if (typeof given === "string") return { reason: given };
    const ms = given * (1 + tasks.indexOf(task) / 10);
    return { ms, ratioToFloor: ms / msFloor };
  };
  const byContender = contenderIds.map((id) => [
    id,
    Object.fromEntries(tasks.map((task) => [task, measured(id, task)])),
  ]);
  return {
    name,
    shape,
    axis: shape.length - 1,
    bytes: shape.reduce((a, b) => a * b, 4),
    msFloor,
    measured: Object.fromEntries(byContender) as CaseReport["measured"],
  };
}

const described = contenderIds.map((id) => [id, `what ${id} is`]);

/** A small report, with an absence and a missed aim. */
export const report: KernelReport = {
  machine: {
    cpu: "Abacus",
    cores: 1,
    platform: "desk wood",
    node: "v20.0.0",
    date: "2026-01-31T23:30:00.000Z",
  },
  contenders: Object.fromEntries(described) as KernelReport["contenders"],
  cases: [
    caseOf({
      name: "[8, 2]",
      shape: [8, 2],
      msFloor: 1,
      times: { wasm: 20, reference: 100, jax: 40, "jax-by-hand": 10 },
    }),
    caseOf({
      name: "[64, 2]",
      shape: [64, 2],
      msFloor: 2,
      times: { wasm: 5, reference: 2000, jax: "outputs differ by 1" },
    }),
    caseOf({
      name: "[64, 2] ghost",
      shape: [64, 2],
      msFloor: 4,
      times: { wasm: 6, reference: 3000, jax: "it has no such layer" },
    }),
    caseOf({
      name: "[32, 2, 2] fused",
      shape: [32, 2, 2],
      msFloor: 3,
      times: { wasm: "not yet", reference: 1000, jax: "it has no such layer" },
    }),
  ],
  aims: [
    { what: "forward: time over memory.copy", measured: 2.5, aim: { atMost: 3 }, met: true },
    { what: "forward: times faster than jax", measured: 2, aim: { atLeast: 4 }, met: false },
    { what: "ghost: time over plain", measured: null, aim: { atMost: 1.3 }, met: false },
  ],
};
