"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { layerConfigOf, runSettingsOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { onInterruption, run } from "@/workers/client";
import type { Interruption } from "@/workers/client";
import type { Failure, Reply, RunRequest, RunResult } from "@/workers/contract";
import { LatestCall } from "./latest-call";

/** A finished run with the experiment it belongs to, which may be a moment older than the controls. */
export interface FinishedRun {
  readonly experiment: Experiment;
  readonly result: RunResult;
}

export interface RunState {
  /** The newest result there is, also while a newer one is computed or after one failed. */
  readonly finished: FinishedRun | null;
  readonly failure: Failure | null;
  readonly isPending: boolean;
  /** Set when the worker had to be replaced since the last change. */
  readonly interruption: Interruption | null;
  readonly retry: () => void;
}

const dataRoot = (): string =>
  new URL(`${process.env["NEXT_PUBLIC_BASE_PATH"] ?? ""}/`, window.location.origin).href;

const requestFor = (experiment: Experiment): RunRequest => {
  return {
    layer: layerConfigOf(experiment),
    // The channel only chooses what to draw.
    run: { ...runSettingsOf(experiment), channel: 0 },
    dataRoot: dataRoot(),
  };
};

interface Ask {
  readonly key: string;
  readonly experiment: Experiment;
}

interface Answer {
  readonly key: string;
  readonly experiment: Experiment;
  readonly reply: Reply<RunResult>;
}

interface Interrupted {
  readonly key: string;
  readonly kind: Interruption;
}

/** Runs an experiment in the worker whenever something that decides it changes. */
export function useRun(experiment: Experiment): RunState {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [finished, setFinished] = useState<FinishedRun | null>(null);
  const [interrupted, setInterrupted] = useState<Interrupted | null>(null);
  const asked = useRef<string | null>(null);
  const latest = useRef<LatestCall<Ask, Reply<RunResult>> | null>(null);

  useEffect(() => {
    const call = new LatestCall<Ask, Reply<RunResult>>({
      perform: (ask, signal) => run(requestFor(ask.experiment), signal),
      deliver: (reply, ask) => {
        setAnswer({ ...ask, reply });
        if (reply.ok) setFinished({ experiment: ask.experiment, result: reply.value });
      },
      patienceMs: 250,
    });
    latest.current = call;
    return () => {
      call.close();
      // React may run effects again on the same component; what a closed call was asked is not answered.
      asked.current = null;
    };
  }, []);

  const key = JSON.stringify({ ...experiment, channel: 0 });
  const ask = useMemo<Ask>(() => ({ key, experiment }), [key, experiment]);
  useEffect(() => {
    if (asked.current === ask.key) return;
    asked.current = ask.key;
    latest.current?.ask(ask);
  }, [ask]);

  useEffect(() => onInterruption((kind) => setInterrupted({ key: asked.current ?? "", kind })), []);

  const retry = useCallback(() => latest.current?.ask(ask), [ask]);
  const isAnswered = answer?.key === key;
  return {
    finished,
    failure: isAnswered && !answer.reply.ok ? answer.reply.failure : null,
    isPending: !isAnswered,
    interruption: interrupted?.key === key ? interrupted.kind : null,
    retry,
  };
}
