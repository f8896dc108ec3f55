import { arch, cpus, platform } from "node:os";
import type { BenchMachine } from "@/content/benchmarks/kernel-report";

export const thisMachine = (now: Date): BenchMachine => ({
  cpu: cpus()[0]?.model.trim() ?? "unknown",
  cores: cpus().length,
  platform: `${platform()} ${arch()}`,
  node: process.version,
  date: now.toISOString(),
});
