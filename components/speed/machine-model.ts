import type { BenchMachine } from "@/content/benchmarks/kernel-report";

export interface MachineModel {
  /** E.g. "AMD EPYC, 2 cores, linux x64, Node v20.20.2". */
  readonly text: string;
  /** ISO 8601. */
  readonly date: string;
  readonly day: string;
}

const dayFormat = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

export const machineModel = (machine: BenchMachine): MachineModel => ({
  text: `${machine.cpu}, ${machine.cores} ${machine.cores === 1 ? "core" : "cores"}, ${machine.platform}, Node ${machine.node}`,
  date: machine.date,
  day: dayFormat.format(new Date(machine.date)),
});
