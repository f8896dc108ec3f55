/** Tells when something has been silent for too long. */
export class Watchdog {
  /** Resolves once the time has run out. */
  readonly expired: Promise<void>;
  readonly #patienceMs: number;
  #expire: () => void = () => undefined;
  #handle: ReturnType<typeof setTimeout>;
  #isHurried = false;

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
    this.expired = new Promise((resolve) => {
      this.#expire = resolve;
    });
    this.#handle = setTimeout(this.#expire, patienceMs);
  }

  /** A sign of life: waits the full time again. */
  feed(): void {
    if (!this.#isHurried) this.#wait(this.#patienceMs);
  }

  /** Waits only this much longer, whatever signs of life come. */
  hurry(ms: number): void {
    this.#isHurried = true;
    this.#wait(ms);
  }

  stop(): void {
    this.#isHurried = true;
    clearTimeout(this.#handle);
  }

  #wait(ms: number): void {
    clearTimeout(this.#handle);
    this.#handle = setTimeout(this.#expire, ms);
  }
}
