import type { CaseReport } from "@/content/benchmarks/kernel-report";

export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

/** The arithmetic that every library has; such a case is named by its shape alone. */
export const isPlain = ({ name, shape }: CaseReport): boolean => name === shapeText(shape);

const channels = ({ shape, axis }: CaseReport): number | undefined => shape.at(axis);

/** The plain case of a variant: as many elements in as many channels. */
export const plainOf = (
  variant: CaseReport,
  cases: readonly CaseReport[],
): CaseReport | undefined =>
  cases.find(
    (each) => isPlain(each) && each.bytes === variant.bytes && channels(each) === channels(variant),
  );
