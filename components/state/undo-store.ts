import { begunAt, redone, undone, visited } from "./undo-history";
import type { UndoHistory, Visit } from "./undo-history";

/** Keeps texts by name; a browser's session storage does, unless it is switched off. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === "string");

function read(shelf: Shelf | null, name: string): UndoHistory | null {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(name) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { past, present, future } = kept as Partial<Record<keyof UndoHistory, unknown>>;
    return isTexts(past) && typeof present === "string" && isTexts(future)
      ? { past, present, future }
      : null;
  } catch {
    return null;
  }
}

/** The undo history of one figure, which outlives a reload of its page. */
export class UndoStore {
  readonly #shelf: Shelf | null;
  readonly #name: string;
  readonly #listeners = new Set<() => void>();
  #history: UndoHistory;

  constructor(shelf: Shelf | null, name: string, present: string) {
    this.#shelf = shelf;
    this.#name = name;
    const kept = read(shelf, name);
    this.#history = kept === null ? begunAt(present) : visited(kept, present, "browsed");
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly canUndo = (): boolean => this.#history.past.length > 0;

  readonly canRedo = (): boolean => this.#history.future.length > 0;

  visit(present: string, visit: Visit): void {
    this.#move(visited(this.#history, present, visit));
  }

  /** The query to go to, or null where there is nothing to take back. */
  undo(): string | null {
    return this.#step(undone(this.#history));
  }

  redo(): string | null {
    return this.#step(redone(this.#history));
  }

  #step(next: UndoHistory | null): string | null {
    if (next === null) return null;
    this.#move(next);
    return next.present;
  }

  #move(next: UndoHistory): void {
    if (next === this.#history) return;
    this.#history = next;
    try {
      this.#shelf?.setItem(this.#name, JSON.stringify(next));
    } catch {
      // A full or closed storage costs no more than the history after a reload.
    }
    for (const listener of this.#listeners) listener();
  }
}
