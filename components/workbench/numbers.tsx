"use client";

import { useState } from "react";
import type { ReactNode } from "react";
import styles from "./panel.module.css";

/** The tables of a figure. They are written only once they are opened: a long run has thousands of cells. */
export function Numbers({
  tables,
  title = "The numbers behind the figure",
}: {
  readonly tables: () => ReactNode;
  readonly title?: string;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles["numbers"]}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      {isOpen && tables()}
    </details>
  );
}
