import { contenderIds, isTiming, tasks } from "@/content/benchmarks/kernel-report";
import type { CaseReport, ContenderId } from "@/content/benchmarks/kernel-report";
import { isPlain, plainOf } from "./cases";
import { contenderName } from "./names";
import { taskCells } from "./timing-table";
import type { TimingRow } from "./timing-table";

/** The layer's other ways to normalize, beside the plain one on a tensor of the same size. */
export interface VariantsModel {
  readonly tables: readonly VariantTable[];
  readonly absences: readonly SharedAbsence[];
}

export interface VariantTable {
  readonly contender: string;
  readonly rows: readonly TimingRow[];
}

/** Contenders without a single time, and why. */
export interface SharedAbsence {
  readonly contenders: readonly string[];
  readonly reason: string;
}

export function variantsModel(cases: readonly CaseReport[]): VariantsModel {
  const variants = cases.filter((each) => !isPlain(each));
  const hasTimes = (id: ContenderId): boolean =>
    variants.some(({ measured }) => tasks.some((task) => isTiming(measured[id][task])));
  const plain = new Set(variants.flatMap((variant) => plainOf(variant, cases) ?? []));
  return {
    tables: contenderIds.filter(hasTimes).map((id) => ({
      contender: contenderName(id),
      rows: [...plain, ...variants].map((each) => rowOf(each, id, cases)),
    })),
    absences: sharedAbsences(
      variants,
      contenderIds.filter((id) => !hasTimes(id)),
    ),
  };
}

function rowOf(of: CaseReport, id: ContenderId, cases: readonly CaseReport[]): TimingRow {
  const plain = plainOf(of, cases);
  const cells = taskCells(of.measured[id], ({ ms }, task) => {
    const beside = plain?.measured[id][task];
    return beside !== undefined && isTiming(beside) ? ms / beside.ms : null;
  });
  return { name: of.name, cells };
}

function sharedAbsences(
  variants: readonly CaseReport[],
  ids: readonly ContenderId[],
): readonly SharedAbsence[] {
  const idsOf = new Map<string, Set<ContenderId>>();
  for (const { measured } of variants) {
    for (const id of ids) {
      for (const task of tasks) {
        const found = measured[id][task];
        if (isTiming(found)) continue;
        idsOf.set(found.reason, (idsOf.get(found.reason) ?? new Set()).add(id));
      }
    }
  }
  return [...idsOf].map(([reason, absent]) => ({
    contenders: [...absent].map(contenderName),
    reason,
  }));
}
