/** Counts how often each variable scope was opened, so that an unnamed layer finds a scope of its own. */
export class ScopeNames {
  readonly #opened = new Set<string>();

  take(name: string): void {
    this.#opened.add(name);
  }

  /** The name, or the name with the first number behind it that nobody has opened. */
  free(name: string): string {
    let unique = name;
    for (let count = 1; this.#opened.has(unique); count++) unique = `${name}_${count}`;
    return unique;
  }

  /** Lets the names inside of a scope be given anew. */
  forgetInside(name: string): void {
    for (const opened of this.#opened) {
      if (opened.startsWith(`${name}/`)) this.#opened.delete(opened);
    }
  }
}
