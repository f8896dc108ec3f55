"use client";

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Visit } from "./undo-history";
import { UndoStore } from "./undo-store";
import type { Shelf } from "./undo-store";

export interface Undo {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Null where the browser keeps nothing for this page, e.g. in a frame without storage. */
function sessionShelf(): Shelf | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/**
 * Takes changes of the address back and brings them back. `lastVisit` tells how the page came to its query; `go`
 * takes the page to a query.
 */
export function useUndo(query: string, lastVisit: () => Visit, go: (query: string) => void): Undo {
  const [store] = useState(
    () => new UndoStore(sessionShelf(), `changes of ${window.location.pathname}`, query),
  );
  useEffect(() => store.visit(query, lastVisit()), [store, query, lastVisit]);
  const canUndo = useSyncExternalStore(store.subscribe, store.canUndo);
  const canRedo = useSyncExternalStore(store.subscribe, store.canRedo);
  const undo = useCallback(() => {
    const to = store.undo();
    if (to !== null) go(to);
  }, [store, go]);
  const redo = useCallback(() => {
    const to = store.redo();
    if (to !== null) go(to);
  }, [store, go]);
  return useMemo(() => ({ canUndo, canRedo, undo, redo }), [canUndo, canRedo, undo, redo]);
}
