import type { CompanyKind } from "../types/example-companies";

/** The rows of one company, before any call. */
export interface Gathered {
  readonly kind: CompanyKind;
  /** The place of each row in the batch. */
  readonly places: readonly number[];
  /** How many rows of zeros follow. */
  readonly padding: number;
  /** Whether the calls get a mask that leaves those out. */
  readonly isMasked: boolean;
}

const smaller: readonly (readonly [CompanyKind, (examples: number) => number])[] = [
  ["half", (examples) => Math.floor(examples / 2)],
  ["four", () => 4],
  ["two", () => 2],
  ["alone", () => 1],
];

/** An example with its next mates, counted round the end of the batch; the rows keep the batch's order. */
const around = (example: number, size: number, examples: number): readonly number[] =>
  Array.from({ length: size }, (_, i) => (example + i) % examples).sort((a, b) => a - b);

export const whole = (kind: CompanyKind, examples: number, padding = 0): Gathered => ({
  kind,
  places: around(0, examples, examples),
  padding,
  isMasked: kind === "masked",
});

/** Ever fewer of the batch, each size once and each within the one before. */
export function parts(example: number, examples: number): readonly Gathered[] {
  const kinds = new Map<number, CompanyKind>();
  for (const [kind, sizeOf] of smaller) {
    const size = sizeOf(examples);
    if (size >= 1 && size < examples && !kinds.has(size)) kinds.set(size, kind);
  }
  return [...kinds]
    .sort(([a], [b]) => b - a)
    .map(([size, kind]) => ({
      ...whole(kind, examples),
      places: around(example, size, examples),
    }));
}

/** The mate whose place an outlier takes: the next one in the example's own ghost batch, or else the next. */
export function replacedMate(example: number, examples: number, ghostBatches: number): number {
  const nextInGhost = (example + ghostBatches) % examples;
  return nextInGhost === example ? (example + 1) % examples : nextInGhost;
}
