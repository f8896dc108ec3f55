import { capture, stream, type Ended } from "./command";
import { tallyRun } from "./reports";
import type { Check, Runner } from "./steps";
import { failure, nothing, sum, type Tally } from "./tally";

const heading = (name: string): void => console.log(`\n── ${name}`);

function tallyCheck({ name }: Check, { exitCode, seconds, output }: Ended): Tally {
  const isOk = exitCode === 0;
  if (!isOk && output !== "") console.log(`\n${output.trimEnd()}`);
  console.log(`${isOk ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
  return isOk ? nothing : failure(`${name}: ended with exit code ${exitCode}`);
}

async function runCheck(check: Check): Promise<Tally> {
  return tallyCheck(check, await capture(check.command));
}

/** Runs `first`, then the others two at a time. */
export async function runChecks(first: Check, others: readonly Check[]): Promise<Tally> {
  heading("static checks");
  const tallies = [await runCheck(first)];
  const queue = [...others];
  const lane = async (): Promise<void> => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
      tallies.push(await runCheck(check));
    }
  };
  await Promise.all([lane(), lane()]);
  return sum(tallies);
}

export async function runTests({ name, command, report }: Runner): Promise<Tally> {
  heading(name);
  const { exitCode } = await stream(command);
  return tallyRun(name, report, exitCode);
}

/** Tests that cannot run for want of a build have not passed. */
export async function runOnBuild(build: Check, runner: Runner): Promise<Tally> {
  heading(build.name);
  const built = tallyCheck(build, await stream(build.command));
  if (built.failures.length === 0) return runTests(runner);
  return sum([built, failure(`${runner.name}: not run, because there is no build`)]);
}
