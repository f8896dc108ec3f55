"use client";

import { useState } from "react";

export interface Draft {
  readonly text: string;
  readonly isOpen: boolean;
  /** Keeps a text as typed; `valueText` is how the value it leads to is written. */
  readonly write: (text: string, valueText: string) => void;
  readonly close: () => void;
}

interface Written {
  readonly text: string;
  /** The value's text before and after this was typed. Any other means that the value came from elsewhere. */
  readonly valueTexts: readonly string[];
}

/**
 * The text of an input while it is being written. What was typed stays as typed until the input is left or the value
 * is changed elsewhere, by a slider or by the Back button; from then on the text follows the value.
 */
export function useDraft(valueText: string): Draft {
  const [written, setWritten] = useState<Written | null>(null);
  const isOpen = written?.valueTexts.includes(valueText) ?? false;
  return {
    text: isOpen && written !== null ? written.text : valueText,
    isOpen,
    write: (text, nextValueText) => {
      setWritten({ text, valueTexts: [valueText, nextValueText] });
    },
    close: () => {
      setWritten(null);
    },
  };
}
