import { emptyFolder } from "./reports";
import { runChecks, runOnBuild, runTests } from "./run";
import { browserRunner, build, checks, prepare, reportFolder, unitRunners } from "./steps";
import { listing, sum, summary, type Tally } from "./tally";

async function runAll(): Promise<Tally> {
  const tallies = [await runChecks(prepare, checks)];
  for (const runner of unitRunners) tallies.push(await runTests(runner));
  tallies.push(await runOnBuild(build, browserRunner));
  return sum(tallies);
}

emptyFolder(reportFolder);
// Nothing is left out (test.only), accepted (new screenshots) or reused (a running server).
process.env["CI"] ??= "1";
process.env["NEXT_TELEMETRY_DISABLED"] ??= "1";
const tally = await (process.argv[2] === "static" ? runChecks(prepare, checks) : runAll());
console.log(listing("Skipped", tally.skipped) + listing("Failed", tally.failures));
console.log(summary(tally));
process.exitCode = tally.failures.length > 0 ? 1 : 0;
