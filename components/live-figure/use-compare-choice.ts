"use client";

import { useState } from "react";
import type { CompareChoice, Configuration } from "@/components/argument-panel/compare-bar";
import type { ChangeSecond } from "@/components/state/use-experiment";

/** Begins and ends a comparison, and keeps in mind which of the two is edited. */
export function useCompareChoice(isComparing: boolean, changeSecond: ChangeSecond): CompareChoice {
  const [edited, setEdited] = useState<Configuration>("first");
  return {
    isComparing,
    edited: isComparing ? edited : "first",
    onEdit: setEdited,
    onCompare: () => {
      // Whoever begins to compare wants to change the other one.
      setEdited("second");
      changeSecond({});
    },
    onStop: () => changeSecond(null),
  };
}
