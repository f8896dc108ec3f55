import type { ContenderId } from "@/content/benchmarks/kernel-report";

/** One shape in a figure. */
export interface Panel {
  readonly shape: string;
  readonly bytes: number;
  readonly rows: readonly PanelRow[];
}

export interface PanelRow {
  readonly id: ContenderId;
  /** Null where it was not measured. */
  readonly ratio: number | null;
}
