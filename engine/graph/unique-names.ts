/** Gives every operation of a graph a name of its own. */
export class UniqueNames {
  readonly #taken = new Map<string, number>();
  /** What each name's count was before it was counted, in the order of counting. */
  readonly #log: (readonly [name: string, count: number])[] = [];

  /** A place to go back to. */
  get mark(): number {
    return this.#log.length;
  }

  /** The name, or the name with the first number behind it that makes it new. */
  take(name: string): string {
    let count = this.#taken.get(name) ?? 0;
    let unique = count === 0 ? name : `${name}_${count}`;
    while (unique !== name && this.#taken.has(unique)) unique = `${name}_${++count}`;
    this.#count(name, count + 1);
    if (unique !== name) this.#count(unique, 1);
    return unique;
  }

  /** Lets the names that were taken since a mark be given anew. */
  undoTo(mark: number): void {
    for (const [name, count] of this.#log.splice(mark).toReversed()) {
      if (count === 0) this.#taken.delete(name);
      else this.#taken.set(name, count);
    }
  }

  #count(name: string, count: number): void {
    this.#log.push([name, this.#taken.get(name) ?? 0]);
    this.#taken.set(name, count);
  }
}
