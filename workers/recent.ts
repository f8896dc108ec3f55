/** Remembers the last few results by key. A failure is never remembered. */
export class Recent<T> {
  readonly #entries = new Map<string, T>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  async get(key: string, make: () => T | Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    const value = known ?? (await make());
    this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#size) break;
      this.#entries.delete(oldest);
    }
    return value;
  }
}
