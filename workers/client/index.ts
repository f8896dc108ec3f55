import type { Grouping, SharedVariables, TrainingLoop } from "../../engine/types";
import type { CompanyResult, KeptTable, NamedRequest, ReadTableRequest } from "../contract";
import type { Reply, RunRequest, RunResult } from "../contract";
import { EngineClient } from "./engine-client";
import type { Interruption } from "./engine-client";
import { spawnEngineWorker } from "./spawn";

export type { Interruption } from "./engine-client";

const listeners = new Set<(interruption: Interruption) => void>();

// Started with the first call, so that a page which only shows posters starts no worker.
const client = new EngineClient({
  spawn: spawnEngineWorker,
  stallAfterMs: 8000,
  yieldAfterMs: 250,
  onInterruption: (interruption) => {
    for (const listener of listeners) listener(interruption);
  },
});

/** Trains a layer on a data set; rejects only when `signal` is aborted. */
export const run = (request: RunRequest, signal: AbortSignal): Promise<Reply<RunResult>> =>
  client.call("run", request, signal);

/** Trains a layer, and puts one example through it in changing company; rejects only when `signal` is aborted. */
export const company = (request: RunRequest, signal: AbortSignal): Promise<Reply<CompanyResult>> =>
  client.call("company", request, signal);

/** Trains on a deferred graph as in TensorFlow 1; rejects only when `signal` is aborted. */
export const trainingLoop = (
  request: RunRequest,
  signal: AbortSignal,
): Promise<Reply<TrainingLoop>> => client.call("trainingLoop", request, signal);

/** Calls the functional interface twice in one graph; rejects only when `signal` is aborted. */
export const sharedVariables = (
  request: NamedRequest,
  signal: AbortSignal,
): Promise<Reply<SharedVariables>> => client.call("sharedVariables", request, signal);

/** Shows which elements of a tensor share a statistic; rejects only when `signal` is aborted. */
export const grouping = (request: RunRequest, signal: AbortSignal): Promise<Reply<Grouping>> =>
  client.call("grouping", request, signal);

/** Reads a reader's table and keeps it; rejects only when `signal` is aborted. */
export const readTable = (
  request: ReadTableRequest,
  signal: AbortSignal,
): Promise<Reply<KeptTable>> => client.call("readTable", request, signal);

/** Tells when a worker had to be replaced. Returns the way to stop listening. */
export function onInterruption(listener: (interruption: Interruption) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
