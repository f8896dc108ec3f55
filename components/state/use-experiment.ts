"use client";

import { useSearchParams } from "next/navigation";
import { parseAsString, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { defaultExperiment, experimentArgs } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { decode, encode, fitted, unknownKeyWarnings } from "./url-codec";

const queryParsers = Object.fromEntries(experimentArgs.map((spec) => [spec.urlKey, parseAsString]));

/**
 * A change of some arguments. The first change of a gesture makes an entry in the browser's history; the changes
 * that continue it replace that entry, so that Back undoes a drag as one.
 */
export type Change = (patch: Partial<Experiment>, isContinued?: boolean) => void;

export interface ExperimentState {
  readonly experiment: Experiment;
  readonly warnings: readonly string[];
  readonly change: Change;
  readonly reset: () => void;
}

/** The experiment of this page. It lives in the URL and nowhere else. */
export function useExperiment(): ExperimentState {
  const [texts, setTexts] = useQueryStates(queryParsers, { scroll: false });
  const keys = useSearchParams();
  const { experiment, warnings } = useMemo(() => decode(texts), [texts]);

  const change = useCallback<Change>(
    (patch, isContinued = false) => {
      void setTexts((current) => encode(fitted({ ...decode(current).experiment, ...patch })), {
        history: isContinued ? "replace" : "push",
      });
    },
    [setTexts],
  );
  const reset = useCallback(() => {
    void setTexts(encode(defaultExperiment), { history: "push" });
  }, [setTexts]);

  const unknown = unknownKeyWarnings(keys.keys());
  return { experiment, warnings: [...warnings, ...unknown], change, reset };
}
