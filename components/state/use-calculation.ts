"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { layerConfigOf, namingOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { firstRecorded } from "@/engine/spec/run/recorded-part";
import { onInterruption } from "@/workers/client";
import type { CallOptions, Interruption } from "@/workers/client";
import type { Failure, NamedRequest, Progress, Reply } from "@/workers/contract";
import { LatestCall } from "./latest-call";

/** What a figure has calculated in the worker. */
export interface Calculation<Result> {
  readonly perform: (
    request: NamedRequest,
    signal: AbortSignal,
    options: CallOptions<Result>,
  ) => Promise<Reply<Result>>;
  /** Arguments that only choose what to draw of a result: another value asks for nothing new. */
  readonly onlyDraws: Partial<Experiment>;
}

/** A finished calculation with the experiment it belongs to, which may be a moment older than the controls. */
export interface Finished<Result> {
  readonly experiment: Experiment;
  readonly result: Result;
}

/** A calculation that takes its time. */
export interface Running extends Progress {
  readonly stop: () => void;
}

export interface CalculationState<Result> {
  /** The newest result there is, also while a newer one is computed or after one failed. */
  readonly finished: Finished<Result> | null;
  readonly failure: Failure | null;
  readonly isPending: boolean;
  /** Whether there is no result and one was asked for in vain, or takes its time. */
  readonly isWithoutResult: boolean;
  /** Null while nothing is calculated, and as long as that may be over in a moment. */
  readonly running: Running | null;
  /** Set when the worker had to be replaced since the last change. */
  readonly interruption: Interruption | null;
  readonly retry: () => void;
}

const dataRoot = (): string =>
  new URL(`${process.env["NEXT_PUBLIC_BASE_PATH"] ?? ""}/`, window.location.origin).href;

const requestFor = (experiment: Experiment): NamedRequest => ({
  layer: layerConfigOf(experiment),
  run: runSettingsOf(experiment),
  naming: namingOf(experiment),
  dataRoot: dataRoot(),
});

/** The code of the failure that a reader causes who stops a calculation. */
export const stoppedCode = "stopped";

const stoppedAt = ({ done, steps }: Progress): Failure => ({
  code: stoppedCode,
  message: `The run was stopped at step ${done.toLocaleString("en")} of ${steps.toLocaleString("en")}.`,
  details: { done, steps },
});

/**
 * What decides the result. Which channel is drawn does not, unless the run is so long that it keeps some channels only:
 * it is asked for by the first of those that it keeps together with the drawn one.
 */
const decisive = (experiment: Experiment, onlyDraws: Partial<Experiment>): Experiment => ({
  ...experiment,
  ...onlyDraws,
  ...("channel" in onlyDraws && {
    channel: firstRecorded(experiment.steps, experiment.channel),
  }),
});

interface Ask {
  readonly key: string;
  readonly experiment: Experiment;
}

interface Answer<Result> extends Ask {
  readonly reply: Reply<Result>;
}

interface Progressing extends Progress {
  readonly key: string;
}

interface Interrupted {
  readonly key: string;
  readonly kind: Interruption;
}

const progressOf = (progress: Progressing | null, key: string | null): Progressing | null =>
  progress?.key === key ? progress : null;

const failureOf = (answer: Answer<unknown> | null, key: string | null): Failure | null =>
  answer?.key === key && !answer.reply.ok ? answer.reply.failure : null;

/**
 * Calculates in the worker whenever something that decides the result changes; without an experiment, nothing.
 * `calculation` never changes.
 */
export function useCalculation<Result>(
  experiment: Experiment | null,
  calculation: Calculation<Result>,
): CalculationState<Result> {
  const { perform, onlyDraws } = calculation;
  const [answer, setAnswer] = useState<Answer<Result> | null>(null);
  const [finished, setFinished] = useState<Finished<Result> | null>(null);
  // Stays while another try is made.
  const [hasFailed, setFailed] = useState(false);
  const [interrupted, setInterrupted] = useState<Interrupted | null>(null);
  const [progress, setProgress] = useState<Progressing | null>(null);
  const asked = useRef<string | null>(null);
  const latest = useRef<LatestCall<Ask, Reply<Result>> | null>(null);

  useEffect(() => {
    let previous: Result | null = null;
    const call = new LatestCall<Ask, Reply<Result>>({
      perform: ({ key, experiment: wanted }, signal) =>
        perform(requestFor(decisive(wanted, onlyDraws)), signal, {
          previous,
          onProgress: (to) => setProgress({ ...to, key }),
        }),
      deliver: (reply, ask) => {
        setAnswer({ ...ask, reply });
        setProgress(null);
        if (!reply.ok) {
          setFailed(true);
          return;
        }
        previous = reply.value;
        setFinished({ experiment: ask.experiment, result: reply.value });
      },
      patienceMs: 250,
    });
    latest.current = call;
    return () => {
      call.close();
      // React may run effects again on the same component; what a closed call was asked is not answered.
      asked.current = null;
    };
  }, [perform, onlyDraws]);

  const key = experiment === null ? null : JSON.stringify(decisive(experiment, onlyDraws));
  const ask = useMemo<Ask | null>(
    () => (key === null || experiment === null ? null : { key, experiment }),
    [key, experiment],
  );
  useEffect(() => {
    if (ask === null || asked.current === ask.key) return;
    asked.current = ask.key;
    latest.current?.ask(ask);
  }, [ask]);

  useEffect(() => onInterruption((kind) => setInterrupted({ key: asked.current ?? "", kind })), []);

  const retry = useCallback(() => {
    setAnswer(null);
    setProgress(null);
    if (ask !== null) latest.current?.ask(ask);
  }, [ask]);
  const isAnswered = ask === null || answer?.key === key;
  const progressing = isAnswered ? null : progressOf(progress, key);
  const running = useMemo(
    () =>
      ask !== null && progressing !== null
        ? {
            done: progressing.done,
            steps: progressing.steps,
            stop: () => {
              latest.current?.stop();
              setFailed(true);
              setAnswer({ ...ask, reply: { ok: false, failure: stoppedAt(progressing) } });
            },
          }
        : null,
    [progressing, ask],
  );
  return {
    finished: ask === null ? null : finished,
    isWithoutResult: ask !== null && finished === null && (hasFailed || progressing !== null),
    failure: failureOf(answer, key),
    isPending: !isAnswered,
    running,
    interruption: key !== null && interrupted?.key === key ? interrupted.kind : null,
    retry,
  };
}
