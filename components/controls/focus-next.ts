"use client";

import { useEffect, useRef } from "react";

/** Names the field that takes the focus once a change is drawn, where the button that made the change is gone. */
export function useFocusNext(): (id: string) => void {
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    document.getElementById(next.current)?.focus();
    next.current = null;
  });
  return (id) => {
    next.current = id;
  };
}
