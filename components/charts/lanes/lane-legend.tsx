import type { ReactNode } from "react";
import legend from "../plot/legend.module.css";
import type { Quantity } from "../plot/marks";
import type { LaneMark } from "./lane";
import { Mark } from "./lane-mark";
import styles from "./lane-plot.module.css";

export interface LaneLegendEntry {
  readonly of: Quantity;
  readonly mark: LaneMark | "interval" | "rule";
  readonly text: string;
}

function Key({ of, mark }: LaneLegendEntry): ReactNode {
  if (mark === "interval") {
    return (
      <>
        <line className={styles["interval"]} x1="2" x2="26" y1="8" y2="8" />
        <line className={styles["middle"]} x1="14" x2="14" y1="0" y2="16" />
      </>
    );
  }
  return mark === "rule" ? (
    <line className={styles["rule"]} data-quantity={of} x1="14" x2="14" y1="0" y2="16" />
  ) : (
    <Mark mark={mark} of={of} x="50%" />
  );
}

/** Names the marks of lanes. */
export const LaneLegend = ({
  entries,
}: {
  readonly entries: readonly LaneLegendEntry[];
}): ReactNode => (
  <ul className={legend["list"]} aria-label="Marks">
    {entries.map((entry) => (
      <li key={entry.text} data-quantity={entry.of} data-export>
        <svg width="28" height="16" aria-hidden>
          <Key {...entry} />
        </svg>
        {entry.text}
      </li>
    ))}
  </ul>
);
