"use client";

import type { ReactNode } from "react";
import type { FigureModel } from "./figure-model";
import styles from "./view.module.css";
import { drawnChannels, drawnExamples } from "./window";

interface PagerProps {
  readonly model: FigureModel;
  /** Absent in a poster. */
  readonly onSelect?: (selection: { readonly example?: number; readonly channel?: number }) => void;
}

interface Turn {
  readonly text: string;
  readonly to: { readonly example?: number; readonly channel?: number };
  readonly isPossible: boolean;
}

/** The pages before and after the one that is shown. */
function turnsOf({ example, channel, batchSize, channelNames }: FigureModel): readonly Turn[] {
  const turns = (
    name: "example" | "channel",
    at: number,
    count: number,
    size: number,
  ): readonly Turn[] => {
    if (count <= size) return [];
    const first = Math.floor(at / size) * size;
    return [
      { text: `previous ${name}s`, to: { [name]: first - size }, isPossible: first > 0 },
      { text: `next ${name}s`, to: { [name]: first + size }, isPossible: first + size < count },
    ];
  };
  return [
    ...turns("example", example, batchSize, drawnExamples),
    ...turns("channel", channel, channelNames.length, drawnChannels),
  ];
}

/** Leads to the parts of a large batch that are not drawn. */
export function Pager({ model, onSelect }: PagerProps): ReactNode {
  const turns = turnsOf(model);
  if (turns.length === 0) return null;
  return (
    <div className={styles["pager"]} role="group" aria-label="Parts of the batch">
      {turns.map(({ text, to, isPossible }) => (
        <button
          key={text}
          type="button"
          className="quiet-button"
          disabled={onSelect === undefined}
          aria-disabled={!isPossible}
          onClick={() => {
            if (isPossible) onSelect?.(to);
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
