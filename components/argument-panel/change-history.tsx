"use client";

import { useEffect } from "react";
import type { ReactNode } from "react";

/** Takes changes of a figure's arguments back, one by one, and brings them back in turn. */
export interface ChangeHistory {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Where the browser takes back what was typed, its own undo is the right one. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches("textarea, input:not([type=range], [type=checkbox], [type=radio])");

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) anywhere on the page; ⌘ on a Mac. */
export function useHistoryKeys(history: ChangeHistory | undefined): void {
  useEffect(() => {
    if (history === undefined) return undefined;
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      if (!isRedo && key !== "z") return;
      event.preventDefault();
      if (isRedo) history.redo();
      else history.undo();
    };
    document.addEventListener("keydown", handleKeyDown);
    return () => document.removeEventListener("keydown", handleKeyDown);
  }, [history]);
}

/** The two as buttons, which tell of the keys. */
export const HistoryButtons = ({
  history,
}: {
  readonly history: ChangeHistory | undefined;
}): ReactNode => (
  <>
    <button
      type="button"
      className="quiet-button"
      disabled={history?.canUndo !== true}
      title="Ctrl+Z"
      onClick={history?.undo}
    >
      Undo
    </button>
    <button
      type="button"
      className="quiet-button"
      disabled={history?.canRedo !== true}
      title="Ctrl+Shift+Z"
      onClick={history?.redo}
    >
      Redo
    </button>
  </>
);
