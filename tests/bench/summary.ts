/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? NaN;
}

const ms = (value: number): string => `${value.toFixed(1).padStart(6)} ms`;

/** One line of a report: median and 95th percentile. */
export const summary = (what: string, valuesMs: readonly number[]): string =>
  `  ${what.padEnd(38)} median ${ms(quantile(valuesMs, 0.5))}   p95 ${ms(quantile(valuesMs, 0.95))}`;
