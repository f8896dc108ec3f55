export type Domain = readonly [number, number];

/** By name the smallest domain that holds all that were put there. */
export class DomainUnions {
  readonly #domains = new Map<string, Map<string, Domain>>();
  readonly #unions = new Map<string, Domain>();
  readonly #listeners = new Set<() => void>();

  /** The same pair until it is another; null where there is none. */
  of(name: string): Domain | null {
    return this.#unions.get(name) ?? null;
  }

  put(name: string, id: string, domain: Domain): void {
    const namesakes = this.#domains.get(name) ?? new Map<string, Domain>();
    this.#domains.set(name, namesakes.set(id, domain));
    this.#unite(name, [...namesakes.values()]);
  }

  remove(name: string, id: string): void {
    const namesakes = this.#domains.get(name);
    if (namesakes?.delete(id) === true) this.#unite(name, [...namesakes.values()]);
  }

  /** Calls back after every union that changes; what it returns ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  #unite(name: string, domains: readonly Domain[]): void {
    const known = this.of(name);
    const low = Math.min(...domains.map(([from]) => from));
    const high = Math.max(...domains.map(([, to]) => to));
    if (known?.[0] === low && known[1] === high) return;
    if (domains.length === 0) this.#unions.delete(name);
    else this.#unions.set(name, [low, high]);
    for (const listener of this.#listeners) listener();
  }
}
