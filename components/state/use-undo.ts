"use client";

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
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
 * Takes changes of the address back and brings them back. `isContinued` tells whether the last change went on with
 * a gesture; `go` takes the page to a query.
 */
export function useUndo(
  query: string,
  isContinued: () => boolean,
  go: (query: string) => void,
): Undo {
  const [store] = useState(
    () => new UndoStore(sessionShelf(), `changes of ${window.location.pathname}`, query),
  );
  useEffect(() => store.visit(query, isContinued()), [store, query, isContinued]);
  const { past, future } = useSyncExternalStore(store.subscribe, store.current);
  const undo = useCallback(() => {
    const to = store.undo();
    if (to !== null) go(to);
  }, [store, go]);
  const redo = useCallback(() => {
    const to = store.redo();
    if (to !== null) go(to);
  }, [store, go]);
  const [canUndo, canRedo] = [past.length > 0, future.length > 0];
  return useMemo(() => ({ canUndo, canRedo, undo, redo }), [canUndo, canRedo, undo, redo]);
}
