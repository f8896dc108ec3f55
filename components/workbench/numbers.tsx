"use client";

import { useState } from "react";
import type { ReactNode } from "react";
import styles from "./panel.module.css";

/** The tables of a figure. They are written only once they are opened: a long run has thousands of cells. */
export function Numbers({ tables }: { readonly tables: () => ReactNode }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles["numbers"]}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>The numbers behind the figure</summary>
      {isOpen && tables()}
    </details>
  );
}
