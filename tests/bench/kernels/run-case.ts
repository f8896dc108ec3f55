import { contenderIds, tasks } from "@/content/benchmarks/kernel-report";
import type { CaseReport, ContenderId, Measured, Task } from "@/content/benchmarks/kernel-report";
import type { Case } from "./cases";
import type { Contender, Work } from "./contenders/contender";
import { entrantsFor, isAbsent, worksOf, type Possibly } from "./entrants";
import { copyFloor } from "./floor";
import { inputsFor } from "./inputs";
import { bestTimes, type Runner } from "./measure";

/** More digits than a measurement has would change with each run. */
const rounded = (value: number): number => Number(value.toPrecision(4));

type WorksByTask = ReadonlyMap<Task, ReadonlyMap<ContenderId, Possibly<Work>>>;

function measuredBy(
  works: WorksByTask,
  times: ReadonlyMap<Runner, number>,
  msFloor: number,
): CaseReport["measured"] {
  const measured = (task: Task, id: ContenderId): Measured => {
    const work = works.get(task)?.get(id) ?? { reason: "did not take part" };
    if (isAbsent(work)) return work;
    const ms = times.get(work) ?? NaN;
    return { ms: rounded(ms), ratioToFloor: rounded(ms / msFloor) };
  };
  return Object.fromEntries(
    contenderIds.map((id) => [
      id,
      Object.fromEntries(tasks.map((task) => [task, measured(task, id)])),
    ]),
  ) as CaseReport["measured"];
}

/** Measures a case. The numbers of `standard`, one of the contenders, are those that all others have to have. */
export async function runCase(
  of: Case,
  contenders: readonly Contender[],
  standard: ContenderId,
): Promise<CaseReport> {
  const inputs = inputsFor(of);
  const entrants = await entrantsFor(of, contenders, inputs);
  const first = entrants.get(standard);
  if (first === undefined || isAbsent(first)) throw new Error(`${standard} does not take part`);

  const works = new Map<Task, ReadonlyMap<ContenderId, Possibly<Work>>>();
  // One after the other, so that the results of one task are gone before those of the next are there.
  for (const task of tasks) works.set(task, await worksOf(task, entrants, first));

  const floor: Runner = { run: copyFloor(inputs.x.byteLength) };
  const present = [...works.values()].flatMap((byContender) =>
    [...byContender.values()].filter((work): work is Work => !isAbsent(work)),
  );
  const times = await bestTimes([floor, ...present]);
  for (const entrant of entrants.values()) if (!isAbsent(entrant)) entrant.dispose();

  const msFloor = times.get(floor) ?? NaN;
  return {
    name: of.name,
    shape: of.shape,
    axis: of.axis,
    bytes: inputs.x.byteLength,
    msFloor: rounded(msFloor),
    measured: measuredBy(works, times, msFloor),
  };
}
