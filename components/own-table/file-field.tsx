"use client";

import type { ReactNode } from "react";
import styles from "./own-table.module.css";

export interface FileFieldProps {
  readonly id: string;
  readonly onGive: (file: File) => void;
}

/** A file input; browsers also accept a file that is dropped on it. */
export const FileField = ({ id, onGive }: FileFieldProps): ReactNode => (
  <div className={styles["file"]}>
    <label htmlFor={id}>or choose a file, or drop one here</label>
    <input
      id={id}
      type="file"
      accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
      onChange={(event) => {
        const file = event.target.files?.[0];
        if (file !== undefined) onGive(file);
      }}
    />
  </div>
);
