/** Names that are in use, to find the first that is not. */
export class TakenNames {
  readonly #taken = new Set<string>();
  /** In the order in which they were new. */
  readonly #log: string[] = [];

  /** A place to go back to. */
  get mark(): number {
    return this.#log.length;
  }

  take(name: string): void {
    if (!this.#taken.has(name)) this.#log.push(name);
    this.#taken.add(name);
  }

  /** The name, or the name with the first number behind it that makes it new. */
  free(name: string): string {
    let unique = name;
    for (let count = 1; this.#taken.has(unique); count++) unique = `${name}_${count}`;
    return unique;
  }

  /** Lets the names that were new since a mark be given anew. */
  undoTo(mark: number): void {
    for (const name of this.#log.splice(mark)) this.#taken.delete(name);
  }

  /** Lets the names inside of a scope be given anew. */
  forgetInside(scope: string): void {
    for (const name of this.#taken) if (name.startsWith(`${scope}/`)) this.#taken.delete(name);
  }
}
