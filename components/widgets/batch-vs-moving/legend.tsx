import type { ReactNode } from "react";
import styles from "./view.module.css";

const entries = [
  { of: "batch", text: "each batch" },
  { of: "moving", text: "moving" },
  { of: "population", text: "population" },
] as const;

/** Names the marks; each differs in shape as well as in colour. */
export const Legend = (): ReactNode => (
  <ul className={styles["legend"]} aria-label="Marks">
    {entries.map(({ of, text }) => (
      <li key={of} data-quantity={of} data-export>
        <svg viewBox="0 0 28 12" width="28" height="12" aria-hidden data-mark={of}>
          {of === "batch" ? <path d="M5,6h0M14,6h0M23,6h0" /> : <path d="M1,6H27" />}
        </svg>
        {text}
      </li>
    ))}
  </ul>
);
