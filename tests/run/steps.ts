import type { Report } from "./reports";
import { tallyPlaywright } from "./playwright-report";
import { tallyVitest } from "./vitest-report";

/** Something that passes or fails as a whole. */
export interface Check {
  readonly name: string;
  readonly command: string;
}

/** A test runner: its report says what passed, failed and was skipped. */
export interface Runner extends Check {
  readonly report: Report;
}

export const reportFolder = "tests/.reports";

/** `--ignore-scripts` leaves out `pre…` scripts: `prepare` has done their work once for all. */
const script = (name: string, command = `npm run --silent --ignore-scripts ${name}`): Check => ({
  name,
  command,
});

function vitest(name: string): Runner {
  const file = `${reportFolder}/${name}.json`;
  const reporters = "--reporter=dot --reporter=./tests/run/skip-notes.ts --reporter=json";
  return {
    name,
    command: `npm run --silent test:${name} -- ${reporters} --outputFile.json=${file}`,
    report: { file, tally: tallyVitest },
  };
}

/** What the type checkers of the site need; they would write the same files at the same time. */
export const prepare: Check = { name: "typegen", command: "next typegen" };

export const checks: readonly Check[] = [
  script("types"),
  script("lint"),
  script("format:check"),
  script("deps"),
  script("unused"),
  script("generate", "tsx content/generate/index.ts --check"),
  script("kernels", "npm run --silent kernels -- --check"),
];

export const unitRunners: readonly Runner[] = [vitest("unit"), vitest("golden")];

export const build: Check = script("build");

/** One run for all its projects, so that they share the server and the workers. */
export const browserRunner: Runner = {
  name: "browser",
  command: "playwright test",
  report: { file: `${reportFolder}/playwright.json`, tally: tallyPlaywright },
};
