import type { RunData } from "@/components/measures/run-data";

/** What JSON cannot hold as a number is written as its name. */
const isNumbers = (value: unknown): value is readonly (number | string)[] =>
  Array.isArray(value) &&
  value.every((entry) => typeof entry === "number" || /^(-?Infinity|NaN)$/.test(String(entry)));

/** Lists of numbers are lists of numbers again; everything else stays. */
function revived(value: unknown): unknown {
  if (isNumbers(value)) return Float64Array.from(value, Number);
  if (Array.isArray(value)) return value.map(revived);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revived(part)]));
}

/** Reads a run that the generator of posters has written; its form is the generator's to keep. */
export const posterRun = (generated: unknown): RunData => revived(generated) as RunData;
