/**
 * Measures the kernels beside other libraries and a plain copy of the same bytes, in one process. Nothing here
 * passes or fails; machines differ. With names of cases, only those are measured and nothing is written, e.g.
 * `npm run bench:kernels -- medium renorm`.
 */
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import type { CaseReport, ContenderId, KernelReport } from "@/content/benchmarks/kernel-report";
import { aimReports } from "./aims";
import { cases, type Case } from "./cases";
import { jaxContenders } from "./contenders/jax";
import { reference, wasm } from "./contenders/ours";
import { tfjsContenders } from "./contenders/tfjs";
import { thisMachine } from "./machine";
import { runCase } from "./run-case";
import { aimTable, caseTable } from "./tables";

const file = "content/benchmarks/kernels.json";
const contenders = [wasm, reference, ...jaxContenders, ...tfjsContenders];

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in cases));
if (unknown !== undefined) {
  throw new Error(`${unknown} is no case. There are ${Object.keys(cases).join(", ")}.`);
}
const entries = Object.entries<Case>(cases).filter(
  ([name]) => names.length === 0 || names.includes(name),
);

const machine = thisMachine(new Date());
console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.platform}, Node ${machine.node}\n`);

const reports: CaseReport[] = [];
for (const [, of] of entries) {
  const report = await runCase(of, contenders, reference.id);
  console.log(`${caseTable(report)}\n`);
  reports.push(report);
}

const isComplete = entries.length === Object.keys(cases).length;
const aims = aimReports(reports).filter(({ measured }) => isComplete || measured !== null);
console.log(aimTable(aims));
if (isComplete) {
  const described = contenders.map(({ id, what }) => [id, what] as const);
  const report: KernelReport = {
    machine,
    contenders: Object.fromEntries(described) as Record<ContenderId, string>,
    cases: reports,
    aims,
  };
  writeFileSync(file, await format(JSON.stringify(report), { parser: "json", printWidth: 100 }));
  console.log(`\nwrote: ${file}`);
}
