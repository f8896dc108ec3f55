"use client";

import { useState } from "react";

export interface Draft {
  readonly text: string;
  readonly isOpen: boolean;
  readonly write: (text: string) => void;
  readonly close: () => void;
}

/**
 * The text of an input while it is being written. What was typed stays as typed until the input is left; from then
 * on the text follows the value.
 */
export function useDraft(valueText: string): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    text: typed ?? valueText,
    isOpen: typed !== null,
    write: setTyped,
    close: () => {
      setTyped(null);
    },
  };
}
