"use client";

import type { ReactNode } from "react";
import styles from "./controls.module.css";

export interface ChannelSelectProps {
  readonly id: string;
  readonly names: readonly string[];
  readonly value: number;
  readonly onChange: (channel: number) => void;
}

/** The channels the current data has, by name. */
export const ChannelSelect = ({ id, names, value, onChange }: ChannelSelectProps): ReactNode => (
  <select
    id={id}
    className={styles["select"]}
    value={Math.min(value, names.length - 1)}
    onChange={(event) => onChange(Number(event.target.value))}
  >
    {names.map((name, channel) => (
      <option key={channel} value={channel}>
        {channel}: {name}
      </option>
    ))}
  </select>
);
