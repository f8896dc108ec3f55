"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { ReactNode } from "react";
import type { CodeSource } from "@/components/code-export/subject";
import styles from "./take-code.module.css";

/** What writes and colours the programs is fetched once somebody wants one. */
const CodePanel = dynamic(() => import("./code-panel").then((module) => module.CodePanel), {
  loading: () => <p className={styles["waiting"]}>Writing the code…</p>,
});

export interface TakeCodeProps {
  readonly source: CodeSource;
  /** Whether there is a second configuration, of which it is not. */
  readonly isOfFirst: boolean;
}

/** The configuration as a program of the reader's framework, behind a disclosure. */
export function TakeCode({ source, isOfFirst }: TakeCodeProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles["take"]} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Take the code{isOfFirst && " of the first configuration"}</summary>
      {isOpen && <CodePanel source={source} />}
    </details>
  );
}
