import type { FusedChoice, Grouping, SharedVariables } from "../../engine/types";
import type {
  AdjustedResult,
  CompanyResult,
  FreezingResult,
  KeptTable,
  LoopReply,
  LoopResult,
  NamedRequest,
  ParametersResult,
  PathsResult,
  ReadTableRequest,
} from "../contract";
import type { Reply, RunRequest, RunResult, Sent } from "../contract";
import { EngineClient } from "./engine-client";
import type { Interruption, OnProgress } from "./engine-client";
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

/** What else there is to say of a call. */
export interface CallOptions<Result> {
  readonly onProgress?: OnProgress;
  /** What the page has of the call before: what is still right in it need not be sent. */
  readonly previous?: Result | null;
}

/** A run brings its statistics along, unless those of the result before are its own. */
const ofRun =
  <Result extends RunResult>(
    send: (request: RunRequest, ...rest: Rest) => Promise<Reply<Sent<Result>>>,
  ) =>
  async (
    request: RunRequest,
    signal: AbortSignal,
    { onProgress, previous }: CallOptions<Result> = {},
  ): Promise<Reply<Result>> => {
    const known = previous ? { known: previous.run } : {};
    const reply = await send({ ...request, ...known }, signal, onProgress);
    if (!reply.ok) return reply;
    const statistics = reply.value.statistics ?? previous?.statistics;
    return { ok: true, value: { ...reply.value, statistics } as Result };
  };

type Rest = readonly [signal: AbortSignal, onProgress: OnProgress | undefined];

/** Trains a layer on a data set; rejects only when `signal` is aborted. */
export const run = ofRun<RunResult>((...given) => client.call("run", ...given));

/** Trains a layer, and tells its moving variance on the other path; rejects only when `signal` is aborted. */
export const paths = ofRun<PathsResult>((...given) => client.call("paths", ...given));

/** Trains a layer, and puts one example through it in changing company; rejects only when `signal` is aborted. */
export const company = ofRun<CompanyResult>((...given) => client.call("company", ...given));

/** Trains a layer that may be frozen on the way; rejects only when `signal` is aborted. */
export const freezing = ofRun<FreezingResult>((...given) => client.call("freezing", ...given));

/** Trains a layer with an adjustment; rejects only when `signal` is aborted. */
export const adjusted = ofRun<AdjustedResult>((...given) => client.call("adjusted", ...given));

/** Trains a layer, and draws first values of a parameter; rejects only when `signal` is aborted. */
export const parameters = ofRun<ParametersResult>((...given) =>
  client.call("parameters", ...given),
);

const sentLoop = ofRun<LoopReply>((...given) => client.call("trainingLoop", ...given));

/** Trains on a deferred graph as in TensorFlow 1; rejects only when `signal` is aborted. */
export const trainingLoop = async (
  request: RunRequest,
  signal: AbortSignal,
  options: CallOptions<LoopResult> = {},
): Promise<Reply<LoopResult>> => {
  const reply = await sentLoop(request, signal, options);
  if (!reply.ok) return reply;
  const loop = reply.value.loop ?? options.previous?.loop;
  return { ok: true, value: { ...reply.value, loop } as LoopResult };
};

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
