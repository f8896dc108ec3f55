import type { FusedChoice } from "../../engine/types/fused-choice";
import type { Grouping } from "../../engine/types/grouping";
import type { SharedVariables } from "../../engine/types/shared-variables";
import type { KeptTable, NamedRequest, ReadTableRequest, Reply } from "../contract";
import type { RunRequest, RunResults, Sent } from "../contract";
import { EngineClient } from "./engine-client";
import type { Interruption, OnProgress } from "./engine-client";
import { spawnEngineWorker } from "./spawn";
import { whole } from "./whole-run";

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

/** What else there is to say of a call. */
export interface CallOptions<Result> {
  readonly onProgress?: OnProgress;
  /** What the page has of the call before: what is still right in it need not be sent. */
  readonly previous?: Result | null;
}

/** What the page has of the run is not sent again. */
const ofRun =
  <Method extends keyof RunResults>(method: Method) =>
  async (
    request: RunRequest,
    signal: AbortSignal,
    { onProgress, previous = null }: CallOptions<RunResults[Method]> = {},
  ): Promise<Reply<RunResults[Method]>> => {
    const known = previous === null ? {} : { known: previous.run };
    const reply = await client.call(method, { ...request, ...known }, signal, onProgress);
    return whole(method, reply as Reply<Sent<Method>>, previous);
  };

/** Trains a layer on a data set; rejects only when `signal` is aborted. */
export const run = ofRun("run");

/** Trains a layer, and tells its moving variance on the other path; rejects only when `signal` is aborted. */
export const paths = ofRun("paths");

/** Trains a layer, and puts one example through it in changing company; rejects only when `signal` is aborted. */
export const company = ofRun("company");

/** Trains a layer that may be frozen on the way; rejects only when `signal` is aborted. */
export const freezing = ofRun("freezing");

/** Trains a layer with an adjustment; rejects only when `signal` is aborted. */
export const adjusted = ofRun("adjusted");

/** Trains a layer, and draws first values of a parameter; rejects only when `signal` is aborted. */
export const parameters = ofRun("parameters");

/** Trains on a deferred graph as in TensorFlow 1; rejects only when `signal` is aborted. */
export const trainingLoop = ofRun("trainingLoop");

/** Calls the functional interface twice in one graph; rejects only when `signal` is aborted. */
export const sharedVariables = (
  request: NamedRequest,
  signal: AbortSignal,
  { onProgress }: CallOptions<SharedVariables> = {},
): Promise<Reply<SharedVariables>> => client.call("sharedVariables", request, signal, onProgress);

/** Shows which elements of a tensor share a statistic; rejects only when `signal` is aborted. */
export const grouping = (request: RunRequest, signal: AbortSignal): Promise<Reply<Grouping>> =>
  client.call("grouping", request, signal);

/** Shows how a layer comes to its implementation; rejects only when `signal` is aborted. */
export const fusedChoice = (
  request: RunRequest,
  signal: AbortSignal,
): Promise<Reply<FusedChoice>> => client.call("fusedChoice", request, signal);

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
