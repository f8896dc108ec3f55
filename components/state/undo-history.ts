/** The states of a figure a reader came through, each as the query of its link. */
export interface UndoHistory {
  /** Oldest first. */
  readonly past: readonly string[];
  readonly present: string;
  /** The next one first. */
  readonly future: readonly string[];
}

/** How far back a reader can go; older states are forgotten. */
const longest = 200;

export const begunAt = (present: string): UndoHistory => ({ past: [], present, future: [] });

/** The history before its last change. */
export function undone({ past, present, future }: UndoHistory): UndoHistory | null {
  const last = past.at(-1);
  if (last === undefined) return null;
  return { past: past.slice(0, -1), present: last, future: [present, ...future] };
}

/** The history with the last change that was taken back. */
export function redone({ past, present, future }: UndoHistory): UndoHistory | null {
  const [next, ...rest] = future;
  if (next === undefined) return null;
  return { past: [...past, present], present: next, future: rest };
}

/** How a figure came to another state: by a change, by one more of the same gesture, or by the browser. */
export type Visit = "changed" | "continued" | "browsed";

/**
 * The history after the figure went to another state. A change that continues a gesture takes the place of the one
 * before it; the browser's Back and Forward move along the history where they lead to a neighbour in it.
 */
export function visited(history: UndoHistory, next: string, visit: Visit): UndoHistory {
  const { past, present } = history;
  if (next === present) return history;
  if (visit === "continued") return { past, present: next, future: [] };
  if (visit === "browsed") {
    if (next === past.at(-1)) return undone(history) ?? history;
    if (next === history.future[0]) return redone(history) ?? history;
  }
  return { past: [...past, present].slice(-longest), present: next, future: [] };
}
