"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { readTable } from "@/workers/client";
import type { Failure, KeptTable, TableChoices } from "@/workers/contract";

export interface OwnTableState {
  readonly isReading: boolean;
  readonly kept: KeptTable | null;
  readonly failure: Failure | null;
  readonly read: (source: Blob | string, choices: TableChoices) => void;
  readonly clear: () => void;
}

/** Reads a reader's table in the worker; the newest call wins. */
export function useOwnTable(): OwnTableState {
  const [isReading, setReading] = useState(false);
  const [kept, setKept] = useState<KeptTable | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const clear = useCallback(() => {
    running.current?.abort();
    setReading(false);
    setKept(null);
    setFailure(null);
  }, []);

  const read = useCallback((source: Blob | string, choices: TableChoices) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setReading(true);
    readTable({ source, choices }, controller.signal).then(
      (reply) => {
        setReading(false);
        setKept(reply.ok ? reply.value : null);
        setFailure(reply.ok ? null : reply.failure);
      },
      () => undefined,
    );
  }, []);

  return { isReading, kept, failure, read, clear };
}
