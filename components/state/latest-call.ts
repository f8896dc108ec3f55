/**
 * Keeps one call going at a time and remembers only the newest request that came meanwhile. A call that is still
 * busy `patienceMs` after a newer request came is aborted; a shorter one is let finish, so that a fast stream of
 * changes still shows results on the way.
 */
export class LatestCall<Request, Result> {
  readonly #perform: (request: Request, signal: AbortSignal) => Promise<Result>;
  readonly #deliver: (result: Result, request: Request) => void;
  readonly #patienceMs: number;
  #running: AbortController | null = null;
  #next: { readonly request: Request } | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(options: {
    readonly perform: (request: Request, signal: AbortSignal) => Promise<Result>;
    readonly deliver: (result: Result, request: Request) => void;
    readonly patienceMs: number;
  }) {
    this.#perform = options.perform;
    this.#deliver = options.deliver;
    this.#patienceMs = options.patienceMs;
  }

  ask(request: Request): void {
    if (this.#running === null) {
      void this.#start(request);
      return;
    }
    const { signal } = this.#running;
    const controller = this.#running;
    if (this.#next === null && !signal.aborted) {
      this.#patience = setTimeout(() => controller.abort(), this.#patienceMs);
    }
    this.#next = { request };
  }

  /** Aborts what is going on and forgets what waits; the next request starts at once. */
  stop(): void {
    this.#next = null;
    clearTimeout(this.#patience);
    this.#running?.abort();
  }

  /** Aborts what is going on and delivers nothing more. */
  close(): void {
    this.#isClosed = true;
    this.stop();
  }

  async #start(request: Request): Promise<void> {
    const controller = new AbortController();
    this.#running = controller;
    try {
      const result = await this.#perform(request, controller.signal);
      if (!this.#isClosed) this.#deliver(result, request);
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      clearTimeout(this.#patience);
      this.#running = null;
      const next = this.#next;
      this.#next = null;
      if (next !== null && !this.#isClosed) void this.#start(next.request);
    }
  }
}
