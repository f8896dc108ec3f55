"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import styles from "./controls.module.css";

export const ChoiceControl = ({
  spec,
  id,
  value,
  onChange,
}: ControlProps<SpecOfKind<"choice">, string>): ReactNode => (
  <select
    id={id}
    className={styles["select"]}
    value={value}
    onChange={(event) => onChange(event.target.value, false)}
  >
    {spec.options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);
