import type { BrowserReport } from "@/content/benchmarks/browser-report";
import { shapeText } from "./cases";
import { machineModel } from "./machine-model";
import type { MachineModel } from "./machine-model";

/** The same kernels in Node and in a worker of a browser. */
export interface BrowserModel {
  readonly machine: MachineModel;
  readonly browser: string;
  readonly backend: string;
  readonly shape: string;
  readonly rows: readonly BrowserRow[];
}

export interface BrowserRow {
  readonly task: string;
  readonly nodeMs: number;
  readonly workerMs: number;
  readonly ratio: number;
}

export const browserModel = (report: BrowserReport): BrowserModel => ({
  machine: machineModel(report.machine),
  browser: report.browser,
  backend: report.backend,
  shape: shapeText(report.shape),
  rows: report.tasks.map(({ name, nodeMs, workerMs }) => ({
    task: name,
    nodeMs,
    workerMs,
    ratio: workerMs / nodeMs,
  })),
});
