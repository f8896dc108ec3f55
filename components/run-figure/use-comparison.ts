"use client";

import { useMemo } from "react";
import { areAlike, comparisonOf } from "@/components/comparison/comparison";
import type { Comparison, Shown } from "@/components/comparison/comparison";

/** What two runs have apart in the drawn channel; null while there is no second, or they are not of the same steps. */
export const useComparison = (
  first: Shown,
  second: Shown | null,
  place: number,
): Comparison | null =>
  useMemo(
    () =>
      second !== null && areAlike(first.result, second.result)
        ? comparisonOf(first, second, place)
        : null,
    [first, second, place],
  );
