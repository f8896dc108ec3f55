/** Gives every operation of a graph a name of its own. */
export class UniqueNames {
  readonly #taken = new Map<string, number>();

  /** The name, or the name with the first number behind it that makes it new. */
  take(name: string): string {
    let count = this.#taken.get(name) ?? 0;
    let unique = count === 0 ? name : `${name}_${count}`;
    while (unique !== name && this.#taken.has(unique)) unique = `${name}_${++count}`;
    this.#taken.set(name, count + 1);
    if (unique !== name) this.#taken.set(unique, 1);
    return unique;
  }
}
