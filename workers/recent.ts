/** How large remembered results may be together; the newest is remembered whatever its size. */
export interface ByteLimit<T> {
  readonly bytes: number;
  readonly bytesOf: (value: T) => number;
}

/** Remembers the last few results by key. A failure is never remembered. */
export class Recent<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly bytes: number }>();
  readonly #size: number;
  readonly #limit: ByteLimit<T> | null;

  constructor(size: number, limit: ByteLimit<T> | null = null) {
    this.#size = size;
    this.#limit = limit;
  }

  async get(key: string, make: () => T | Promise<T>): Promise<T> {
    const entry = this.#entries.get(key) ?? this.#weighed(await make());
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#forget();
    return entry.value;
  }

  #weighed(value: T): { readonly value: T; readonly bytes: number } {
    return { value, bytes: this.#limit?.bytesOf(value) ?? 0 };
  }

  #forget(): void {
    const most = this.#limit?.bytes ?? Infinity;
    let bytes = 0;
    for (const entry of this.#entries.values()) bytes += entry.bytes;
    for (const [oldest, entry] of this.#entries) {
      const count = this.#entries.size;
      if (count === 1 || (count <= this.#size && bytes <= most)) break;
      this.#entries.delete(oldest);
      bytes -= entry.bytes;
    }
  }
}
