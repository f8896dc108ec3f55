import { releaseProxy, wrap } from "comlink";
import type { Remote } from "comlink";
import { signOfLife, stopSign } from "../contract";
import type { EngineApi, Failure, Progress, ProgressMessage, Reply } from "../contract";
import { Watchdog } from "./watchdog";

/** Why a calculation was started anew; shown to the reader. */
export type Interruption = "crashed" | "stalled";

export interface EngineClientOptions {
  readonly spawn: () => Worker;
  /** A worker that has neither answered nor given a sign of life for this long is taken for stuck. */
  readonly stallAfterMs: number;
  /** A worker still busy with an abandoned call this long after a newer one came is stopped. */
  readonly yieldAfterMs: number;
  readonly onInterruption: (interruption: Interruption) => void;
}

interface Host {
  readonly worker: Worker;
  readonly api: Remote<EngineApi>;
  /** Resolves when the worker reports an error of its own, e.g. a script that does not load. */
  readonly crash: Promise<void>;
}

export type OnProgress = (progress: Progress) => void;

interface Call {
  readonly method: keyof EngineApi;
  readonly request: Parameters<EngineApi[keyof EngineApi]>[0];
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress | undefined;
}

type Outcome<T> = { readonly reply: Reply<T> } | { readonly interruption: Interruption };

const interruptedMessage: Readonly<Record<Interruption, string>> = {
  crashed: "The calculation stopped twice because its worker failed.",
  stalled: "The calculation stopped twice because its worker did not answer.",
};

/**
 * Talks to one worker, one call at a time. A call whose signal is aborted rejects at once; if it has not started
 * it never will. A worker that crashes or stalls is replaced and the call repeated once; a second interruption is
 * returned as a failure. comlink itself never settles a call whose worker has died.
 */
export class EngineClient {
  readonly #options: EngineClientOptions;
  #host: Host | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: EngineClientOptions) {
    this.#options = options;
  }

  /** Rejects only with the signal's reason; everything else is a reply. Of a long calculation it tells how far it is. */
  call<M extends keyof EngineApi>(
    method: M,
    request: Parameters<EngineApi[M]>[0],
    signal: AbortSignal,
    onProgress?: OnProgress,
  ): ReturnType<EngineApi[M]> {
    const call = { method, request, signal, onProgress };
    const turn = this.#queue.then(() => this.#serve(call));
    this.#queue = turn.catch(() => undefined);
    return Promise.race([turn, aborted(signal)]) as ReturnType<EngineApi[M]>;
  }

  async #serve(call: Call): Promise<Reply<unknown>> {
    const { signal } = call;
    signal.throwIfAborted();
    try {
      return await this.#serveTwice(call);
    } catch (error) {
      signal.throwIfAborted();
      return { ok: false, failure: unavailable(error) };
    }
  }

  async #serveTwice(call: Call): Promise<Reply<unknown>> {
    const first = await this.#attempt(call);
    if ("reply" in first) return first.reply;
    call.signal.throwIfAborted();
    this.#options.onInterruption(first.interruption);
    const second = await this.#attempt(call);
    return "reply" in second
      ? second.reply
      : { ok: false, failure: asFailure(second.interruption) };
  }

  async #attempt({ method, request, signal, onProgress }: Call): Promise<Outcome<unknown>> {
    const host = this.#running();
    const watchdog = new Watchdog(this.#options.stallAfterMs);
    const handleMessage = ({ data }: MessageEvent): void => {
      const progress = progressIn(data);
      if (data === signOfLife || progress !== null) watchdog.feed();
      if (progress !== null && !signal.aborted) onProgress?.(progress);
    };
    // A worker that stops in time keeps what it remembers.
    const handleAbort = (): void => {
      host.worker.postMessage(stopSign);
      watchdog.hurry(this.#options.yieldAfterMs);
    };
    host.worker.addEventListener("message", handleMessage);
    signal.addEventListener("abort", handleAbort);

    const call = host.api[method] as unknown as (request: unknown) => Promise<Reply<unknown>>;
    try {
      const outcome = await Promise.race([
        call(request).then((reply): Outcome<unknown> => ({ reply })),
        host.crash.then((): Outcome<unknown> => ({ interruption: "crashed" })),
        watchdog.expired.then((): Outcome<unknown> => ({ interruption: "stalled" })),
      ]);
      if ("interruption" in outcome) this.#discard(host);
      return outcome;
    } finally {
      watchdog.stop();
      host.worker.removeEventListener("message", handleMessage);
      signal.removeEventListener("abort", handleAbort);
    }
  }

  #running(): Host {
    if (this.#host !== null) return this.#host;
    const worker = this.#options.spawn();
    const crash = new Promise<void>((resolve) => {
      worker.addEventListener("error", () => resolve());
      worker.addEventListener("messageerror", () => resolve());
    });
    this.#host = { worker, api: wrap<EngineApi>(worker), crash };
    return this.#host;
  }

  #discard(host: Host): void {
    host.api[releaseProxy]();
    host.worker.terminate();
    if (this.#host === host) this.#host = null;
  }
}

function progressIn(data: unknown): Progress | null {
  const isReport = typeof data === "object" && data !== null && "progress" in data;
  return isReport ? (data as ProgressMessage).progress : null;
}

/** A sandboxed frame or a strict policy may forbid workers altogether. */
const unavailable = (error: unknown): Failure => ({
  code: "worker-unavailable",
  message: `The calculation could not be started in a worker: ${error instanceof Error ? error.message : String(error)}`,
  details: {},
});

const asFailure = (interruption: Interruption): Failure => ({
  code: `worker-${interruption}`,
  message: interruptedMessage[interruption],
  details: {},
});

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) refuse();
    else signal.addEventListener("abort", refuse, { once: true });
  });
}
