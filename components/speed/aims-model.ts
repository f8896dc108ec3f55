import type { AimReport } from "@/content/benchmarks/kernel-report";

export interface AimsModel {
  readonly met: number;
  readonly rows: readonly AimRow[];
}

export interface AimRow {
  readonly what: string;
  /** Which way the bound points, e.g. "at most". */
  readonly bound: string;
  readonly aim: number;
  /** Null where it was not measured. */
  readonly measured: number | null;
  readonly met: boolean;
}

const rowOf = ({ what, aim, measured, met }: AimReport): AimRow => ({
  what,
  ...("atMost" in aim
    ? { bound: "at most", aim: aim.atMost }
    : { bound: "at least", aim: aim.atLeast }),
  measured,
  met,
});

export const aimsModel = (aims: readonly AimReport[]): AimsModel => ({
  met: aims.filter(({ met }) => met).length,
  rows: aims.map(rowOf),
});
