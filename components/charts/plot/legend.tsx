import type { ReactNode } from "react";
import styles from "./legend.module.css";
import type { Quantity } from "./marks";

export interface LegendEntry {
  readonly of: Quantity;
  readonly mark: "dots" | "squares" | "line" | "dashed" | "dashes" | "dotted";
  readonly text: string;
}

/** Names the marks; each differs in shape as well as in colour. */
export const Legend = ({ entries }: { readonly entries: readonly LegendEntry[] }): ReactNode => (
  <ul className={styles["legend"]} aria-label="Marks">
    {entries.map(({ of, mark, text }) => (
      <li key={text} data-quantity={of} data-export>
        <svg viewBox="0 0 28 12" width="28" height="12" aria-hidden data-mark={mark}>
          {mark === "dots" || mark === "squares" ? (
            <path d="M5,6h0M14,6h0M23,6h0" />
          ) : (
            <path d="M1,6H27" />
          )}
        </svg>
        {text}
      </li>
    ))}
  </ul>
);
