import type { Absence, ContenderId, Task } from "@/content/benchmarks/kernel-report";
import type { Case } from "./cases";
import type { Contender, Prepared, Results, Work } from "./contenders/contender";
import { differenceBetween } from "./contenders/difference";
import type { Inputs } from "./inputs";

/** Something, or why it is not there. */
export type Possibly<T extends object> = T | Absence;

export const isAbsent = (possibly: object): possibly is Absence => "reason" in possibly;

const absence = (error: unknown): Absence => ({
  reason: error instanceof Error ? error.message : String(error),
});

/** What takes part in a case, in the order of its turns. */
export type Entrants = ReadonlyMap<ContenderId, Possibly<Prepared>>;

async function enter(contender: Contender, of: Case, inputs: Inputs): Promise<Possibly<Prepared>> {
  const reason = contender.refusal(of);
  if (reason !== undefined) return { reason };
  try {
    return await contender.prepare(of, inputs);
  } catch (error) {
    return absence(error);
  }
}

export async function entrantsFor(
  of: Case,
  contenders: readonly Contender[],
  inputs: Inputs,
): Promise<Entrants> {
  const entrants = new Map<ContenderId, Possibly<Prepared>>();
  for (const contender of contenders) {
    entrants.set(contender.id, await enter(contender, of, inputs));
  }
  return entrants;
}

async function checked(work: Work, expected: Results): Promise<Possibly<Work>> {
  const found = await work.results().catch(absence);
  if (isAbsent(found)) return found;
  const reason = differenceBetween(expected, found);
  return reason === undefined ? work : { reason };
}

/** What everyone does for a task, except those who do not do the same as the standard. */
export async function worksOf(
  task: Task,
  entrants: Entrants,
  standard: Prepared,
): Promise<ReadonlyMap<ContenderId, Possibly<Work>>> {
  const expected = await standard.works[task].results();
  const works = new Map<ContenderId, Possibly<Work>>();
  for (const [id, entrant] of entrants) {
    if (isAbsent(entrant)) works.set(id, entrant);
    else if (entrant === standard) works.set(id, entrant.works[task]);
    else works.set(id, await checked(entrant.works[task], expected));
  }
  return works;
}
