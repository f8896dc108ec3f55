/** What a run adds up to. */
export interface Tally {
  readonly passed: number;
  /** One text per skipped test: its name and why it was skipped. */
  readonly skipped: readonly string[];
  /** One text per failure. */
  readonly failures: readonly string[];
}

export const nothing: Tally = { passed: 0, skipped: [], failures: [] };

export const failure = (problem: string): Tally => ({ ...nothing, failures: [problem] });

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  skipped: [...a.skipped, ...b.skipped],
  failures: [...a.failures, ...b.failures],
});

export const sum = (tallies: readonly Tally[]): Tally => tallies.reduce(add, nothing);

export const summary = ({ passed, failures, skipped }: Tally): string =>
  `${passed} passed, ${failures.length} failed, ${skipped.length} skipped`;

export const listing = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? "" : `\n${[`${title}:`, ...lines].join("\n  ")}\n`;
