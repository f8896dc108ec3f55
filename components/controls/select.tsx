"use client";

import type { ReactNode } from "react";
import styles from "./controls.module.css";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps {
  readonly id: string;
  /** The name, where no visible label gives the whole of it. */
  readonly label?: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

/** One of a few values. */
export const Select = ({ id, label, value, options, onChange }: SelectProps): ReactNode => (
  <select
    id={id}
    className={styles["select"]}
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  >
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);
