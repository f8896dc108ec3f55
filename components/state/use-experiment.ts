"use client";

import { useSearchParams } from "next/navigation";
import { parseAsString, useQueryStates } from "nuqs";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { isCompared } from "@/engine/spec/comparison";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import { decodeSecond, encodeSecond, secondKey, withSecond } from "./second-text";
import {
  decode,
  encode,
  fitted,
  linkedArgs,
  queryOf,
  unknownKeyWarnings,
  writtenKeys,
} from "./url-codec";
import type { QueryTexts } from "./url-codec";
import type { Visit } from "./undo-history";
import { useSame } from "./use-same";
import { useUndo } from "./use-undo";
import type { Undo } from "./use-undo";

const parsersOf = (keys: readonly string[]): Record<string, typeof parseAsString> =>
  Object.fromEntries(keys.map((key) => [key, parseAsString]));

/**
 * A change of some arguments. The first change of a gesture makes an entry in the browser's history; the changes
 * that continue it replace that entry, so that Back undoes a drag as one.
 */
export type Change = (patch: Partial<Experiment>, isContinued?: boolean) => void;

/** A change of the configuration beside the first; an empty one begins the comparison and null ends it. */
export type ChangeSecond = (patch: Partial<Experiment> | null, isContinued?: boolean) => void;

export interface ExperimentState {
  readonly experiment: Experiment;
  /** The configuration that the link sets beside it, if any. */
  readonly second: Experiment | null;
  readonly warnings: readonly string[];
  readonly change: Change;
  readonly changeSecond: ChangeSecond;
  readonly reset: () => void;
  readonly history: Undo;
}

/** What a figure says of its experiment. */
interface Figure {
  /** All arguments it has, but for the step; what else a link holds is ignored. */
  readonly controls: readonly ExperimentArgName[];
  readonly start?: Partial<Experiment>;
}

/** The experiment of this page. It lives in the URL and nowhere else. `figure` never changes. */
export function useExperiment(figure: Figure): ExperimentState {
  const start = useMemo(() => startOf(figure), [figure]);
  const args = useMemo(() => linkedArgs(figure.controls), [figure]);
  const keys = useSearchParams();
  const written = useSame([...writtenKeys(keys.keys(), args), secondKey]);
  const parsers = useMemo(() => parsersOf(written), [written]);
  const [texts, setTexts] = useQueryStates(parsers, { scroll: false });
  const { experiment, warnings } = useMemo(() => decode(texts, start, args), [texts, start, args]);
  const secondText = texts[secondKey] ?? null;
  const { second, warnings: secondWarnings } = useMemo(
    () => decodeSecond(secondText, experiment, args),
    [secondText, experiment, args],
  );

  // Events can come faster than renders, and each builds on the one before.
  const latest = useRef<QueryTexts>(texts);
  const lastVisit = useRef<Visit>("browsed");
  useEffect(() => {
    latest.current = texts;
  }, [texts]);

  const write = useCallback(
    (next: QueryTexts, history: "push" | "replace") => {
      const news = Object.entries(next).filter(
        ([key, text]) => key in parsers && (latest.current[key] ?? null) !== text,
      );
      if (news.length === 0) return;
      latest.current = { ...latest.current, ...Object.fromEntries(news) };
      lastVisit.current = history === "replace" ? "continued" : "changed";
      void setTexts(Object.fromEntries(news), { history });
    },
    [setTexts, parsers],
  );
  const change = useCallback<Change>(
    (patch, isContinued = false) => {
      const { experiment: current } = decode(latest.current, start, args);
      const next = encode(fitted({ ...current, ...patch }), start);
      const kept = latest.current[secondKey] ?? null;
      write({ ...next, [secondKey]: kept }, isContinued ? "replace" : "push");
    },
    [write, start, args],
  );
  const changeSecond = useCallback<ChangeSecond>(
    (patch, isContinued = false) => {
      const { experiment: current } = decode(latest.current, start, args);
      const given = Object.entries(patch ?? {}) as [ExperimentArgName, never][];
      const shared = Object.fromEntries(given.filter(([name]) => !isCompared(name)));
      const own = Object.fromEntries(given.filter(([name]) => isCompared(name)));
      const first = fitted({ ...current, ...shared });
      const { second: before } = decodeSecond(latest.current[secondKey] ?? null, first, args);
      const text = patch === null ? null : encodeSecond({ ...(before ?? first), ...own }, first);
      write({ ...encode(first, start), [secondKey]: text }, isContinued ? "replace" : "push");
    },
    [write, start, args],
  );
  const reset = useCallback(
    () => write({ ...encode(start, start), [secondKey]: null }, "push"),
    [write, start],
  );

  const go = useCallback(
    (query: string) => {
      const given = Object.fromEntries(new URLSearchParams(query));
      const { experiment: to } = decode(given, start, args);
      write({ ...encode(to, start), [secondKey]: given[secondKey] ?? null }, "push");
    },
    [write, start, args],
  );
  // What follows a change without another one is the browser's doing.
  const takeVisit = useCallback(() => {
    const visit = lastVisit.current;
    lastVisit.current = "browsed";
    return visit;
  }, []);
  const history = useUndo(
    withSecond(queryOf(experiment, start), second, experiment),
    takeVisit,
    go,
  );

  const unknown = unknownKeyWarnings(
    [...keys.keys()].filter((key) => key !== secondKey),
    args,
  );
  return {
    experiment,
    second,
    warnings: [...warnings, ...secondWarnings, ...unknown],
    change,
    changeSecond,
    reset,
    history,
  };
}
