import type { Specimen } from "@/components/widgets/define-widget";

export interface Chosen {
  readonly specimen: Specimen;
  /** Whether only the step is another than the preset's. */
  readonly isMovedOn: boolean;
}

/** Equal states have equal sets of keys and values, in whatever order a hand wrote them. */
const sorted = (query: string, isWithStep = true): string => {
  const params = new URLSearchParams(query);
  if (!isWithStep) params.delete("step");
  params.sort();
  return params.toString();
};

/**
 * The preset that a query shows, at its step or at another: a reader who goes through the steps of one has not left it.
 * Where several differ in the step only, it is the one chosen `last`.
 */
export function chosenIn(
  specimens: readonly Specimen[],
  query: string,
  last: Specimen | null,
): Chosen | null {
  const exact = specimens.find((specimen) => sorted(specimen.query) === sorted(query));
  if (exact !== undefined) return { specimen: exact, isMovedOn: false };
  const rest = sorted(query, false);
  const candidates = specimens.filter((specimen) => sorted(specimen.query, false) === rest);
  const [only] = candidates.length === 1 ? candidates : candidates.filter((one) => one === last);
  return only === undefined ? null : { specimen: only, isMovedOn: true };
}
