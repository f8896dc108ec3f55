"use client";

import { useSearchParams } from "next/navigation";
import { parseAsString, useQueryStates } from "nuqs";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { experimentArgs, startOf } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import { decode, encode, fitted, queryOf, unknownKeyWarnings } from "./url-codec";
import type { QueryTexts } from "./url-codec";
import type { Visit } from "./undo-history";
import { useUndo } from "./use-undo";
import type { Undo } from "./use-undo";

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
  readonly history: Undo;
}

/** What a figure says of its experiment. */
interface Figure {
  /** All arguments it has. */
  readonly controls: readonly ExperimentArgName[];
  readonly start?: Partial<Experiment>;
}

/** The experiment of this page. It lives in the URL and nowhere else. `figure` never changes. */
export function useExperiment(figure: Figure): ExperimentState {
  const start = useMemo(() => startOf(figure), [figure]);
  const [texts, setTexts] = useQueryStates(queryParsers, { scroll: false });
  const keys = useSearchParams();
  const { experiment, warnings } = useMemo(() => decode(texts, start), [texts, start]);

  // Events can come faster than renders, and each builds on the one before.
  const latest = useRef<QueryTexts>(texts);
  const lastVisit = useRef<Visit>("browsed");
  useEffect(() => {
    latest.current = texts;
  }, [texts]);

  const write = useCallback(
    (next: QueryTexts, history: "push" | "replace") => {
      const isNews = Object.entries(next).some(([key, text]) => latest.current[key] !== text);
      if (!isNews) return;
      latest.current = next;
      lastVisit.current = history === "replace" ? "continued" : "changed";
      void setTexts(next, { history });
    },
    [setTexts],
  );
  const change = useCallback<Change>(
    (patch, isContinued = false) => {
      const { experiment: current } = decode(latest.current, start);
      write(encode(fitted({ ...current, ...patch }), start), isContinued ? "replace" : "push");
    },
    [write, start],
  );
  const reset = useCallback(() => write(encode(start, start), "push"), [write, start]);

  const go = useCallback(
    (query: string) => {
      const { experiment: to } = decode(Object.fromEntries(new URLSearchParams(query)), start);
      write(encode(to, start), "push");
    },
    [write, start],
  );
  // What follows a change without another one is the browser's doing.
  const takeVisit = useCallback(() => {
    const visit = lastVisit.current;
    lastVisit.current = "browsed";
    return visit;
  }, []);
  const history = useUndo(queryOf(experiment, start), takeVisit, go);

  const unknown = unknownKeyWarnings(keys.keys(), figure.controls);
  return { experiment, warnings: [...warnings, ...unknown], change, reset, history };
}
