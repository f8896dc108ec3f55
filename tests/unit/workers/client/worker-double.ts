import { expose } from "comlink";
import { vi } from "vitest";
import type {
  EngineApi,
  KeptTable,
  Progress,
  ProgressMessage,
  ReadTableRequest,
  Reply,
} from "@/workers/contract";
import { signOfLife, stopSign } from "@/workers/contract";
import { EngineClient } from "@/workers/client/engine-client";
import type { Interruption } from "@/workers/client/engine-client";
import { defaultTableChoices } from "@/workers/table/choices";

/** One end of a channel: what is posted here is cloned and arrives at the other end, in a task of its own. */
class End extends EventTarget {
  other: End | null = null;

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    const data: unknown = structuredClone(message, { transfer });
    queueMicrotask(() => this.other?.dispatchEvent(new MessageEvent("message", { data })));
  }
}

/** A call that has reached a worker and waits for the test to answer it. */
export interface Received {
  readonly name: string;
  readonly answer: () => void;
  readonly refuse: (failure: Reply<never>) => void;
}

/** A worker whose engine does nothing but what the test tells it; it speaks comlink's own protocol. */
export class WorkerDouble extends End {
  readonly received: Received[] = [];
  isTerminated = false;
  /** How often it was told to stop what it does. */
  stops = 0;
  readonly #inside = new End();

  constructor() {
    super();
    this.other = this.#inside;
    this.#inside.other = this;
    const api: Pick<EngineApi, "readTable"> = {
      readTable: ({ source }) =>
        new Promise((resolve) => {
          const name = typeof source === "string" ? source : "a file";
          this.received.push({ name, answer: () => resolve(replyTo(name)), refuse: resolve });
        }),
    };
    expose(api, this.#inside);
    this.#inside.addEventListener("message", (event) => {
      if ((event as MessageEvent).data === stopSign) this.stops += 1;
    });
  }

  terminate(): void {
    this.isTerminated = true;
    this.other = null;
    this.#inside.other = null;
  }

  giveSignOfLife(): void {
    this.#inside.postMessage(signOfLife);
  }

  report(progress: Progress): void {
    this.#inside.postMessage({ progress } satisfies ProgressMessage);
  }

  /** Reports an error of the worker's own, as a browser does when its script throws or does not load. */
  crash(event: "error" | "messageerror" = "error"): void {
    this.dispatchEvent(new Event(event));
  }

  /** The names of the calls that reached this worker. */
  get names(): readonly string[] {
    return this.received.map(({ name }) => name);
  }
}

export const requestFor = (name: string): ReadTableRequest => ({
  source: name,
  choices: defaultTableChoices,
});

export const replyTo = (name: string): Reply<KeptTable> => ({
  ok: true,
  value: {
    key: name,
    isStored: true,
    columns: [],
    rowCount: 0,
    report: {
      delimiter: ",",
      hasHeader: false,
      rowsRead: 0,
      rowsDropped: 0,
      cellsFilled: 0,
      missingCells: 0,
      infiniteCells: 0,
      constantColumns: [],
      labelColumns: [],
      leftOutColumns: [],
    },
    preview: [],
  },
});

export const stallAfterMs = 8000;
export const yieldAfterMs = 250;

export interface Harness {
  readonly client: EngineClient;
  /** Every worker started so far, the newest last. */
  readonly workers: WorkerDouble[];
  readonly interruptions: Interruption[];
  /** Starts a call and lets it reach its worker. */
  readonly ask: (
    name: string,
    signal?: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ) => Promise<Asked>;
}

export interface Asked {
  /** "pending", or how the call ended. */
  readonly outcome: () => Reply<KeptTable> | { readonly rejected: unknown } | "pending";
}

/** Lets everything happen that needs no time to pass. */
export const settle = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(0);
};

/** A client of worker doubles; needs vitest's fake timers. */
export function harness(): Harness {
  const workers: WorkerDouble[] = [];
  const interruptions: Interruption[] = [];
  const client = new EngineClient({
    spawn: () => {
      const worker = new WorkerDouble();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    stallAfterMs,
    yieldAfterMs,
    onInterruption: (interruption) => interruptions.push(interruption),
  });
  const ask = async (
    name: string,
    signal: AbortSignal = new AbortController().signal,
    onProgress?: (progress: Progress) => void,
  ): Promise<Asked> => {
    let outcome: ReturnType<Asked["outcome"]> = "pending";
    client.call("readTable", requestFor(name), signal, onProgress).then(
      (reply) => (outcome = reply),
      (rejected: unknown) => (outcome = { rejected }),
    );
    await settle();
    return { outcome: () => outcome };
  };
  return { client, workers, interruptions, ask };
}
