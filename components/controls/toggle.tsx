"use client";

import { Switch } from "@base-ui/react/switch";
import type { ReactNode } from "react";
import styles from "./controls.module.css";

export interface ToggleProps {
  readonly id: string;
  readonly label: string;
  readonly isOn: boolean;
  /** What the present position means. */
  readonly meaning: string;
  readonly onChange: (isOn: boolean) => void;
}

export const Toggle = ({ id, label, isOn, meaning, onChange }: ToggleProps): ReactNode => (
  <div className={styles["switchRow"]}>
    <Switch.Root
      id={id}
      className={styles["switch"]}
      aria-label={label}
      checked={isOn}
      onCheckedChange={onChange}
    >
      <Switch.Thumb className={styles["switchThumb"]} />
    </Switch.Root>
    <span className={styles["switchText"]} aria-hidden>
      {meaning}
    </span>
  </div>
);
