"use client";

import { useState } from "react";
import type { ReactNode } from "react";
import type { Group } from "@/engine/spec/arg-spec";
import styles from "./argument-panel.module.css";

const titles: Readonly<Record<Group, string>> = {
  data: "Data",
  run: "Run",
  statistics: "Statistics",
  "scale and shift": "Scale and shift",
  renorm: "Renorm",
  "ghost batches": "Ghost batches",
  adjustment: "Adjustment",
  layer: "Layer",
  call: "Call",
  "functional interface": "Functional interface",
};

/** Closed until they are used, so that the form stays short. */
const rare: readonly Group[] = ["renorm", "ghost batches", "adjustment"];

export interface ArgumentGroupProps {
  readonly group: Group;
  /** Whether some argument of the group is not at its default. */
  readonly isUsed: boolean;
  readonly children: ReactNode;
}

/** Arguments that belong together. A link or a preset that uses the group opens it; only the reader closes it. */
export function ArgumentGroup({ group, isUsed, children }: ArgumentGroupProps): ReactNode {
  const [isOpen, setOpen] = useState(isUsed || !rare.includes(group));
  const [wasUsed, setWasUsed] = useState(isUsed);
  if (isUsed !== wasUsed) {
    setWasUsed(isUsed);
    if (isUsed) setOpen(true);
  }
  return (
    <details
      open={isOpen}
      className={styles["group"]}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary
        onClick={(event) => {
          // The browser tells of its own toggling only later, when a link may have changed the group again.
          event.preventDefault();
          setOpen(!isOpen);
        }}
      >
        {titles[group]}
      </summary>
      <div className={styles["fields"]}>{children}</div>
    </details>
  );
}
