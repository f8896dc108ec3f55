import type { CaseReport } from "@/content/benchmarks/kernel-report";

/** What the same copy took in different cases of a run: nothing but chance tells them apart. */
export interface FloorSpread {
  readonly bytes: number;
  readonly cases: number;
  readonly leastMs: number;
  readonly mostMs: number;
}

/** Of the number of bytes that most cases copied; null where no two copied as many. */
export function floorSpread(cases: readonly CaseReport[]): FloorSpread | null {
  const floorsOf = new Map<number, number[]>();
  for (const { bytes, msFloor } of cases) {
    floorsOf.set(bytes, [...(floorsOf.get(bytes) ?? []), msFloor]);
  }
  const [most] = [...floorsOf].sort(([, a], [, b]) => b.length - a.length);
  if (most === undefined || most[1].length < 2) return null;
  const [bytes, floors] = most;
  return {
    bytes,
    cases: floors.length,
    leastMs: Math.min(...floors),
    mostMs: Math.max(...floors),
  };
}
