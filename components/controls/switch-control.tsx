"use client";

import { Switch } from "@base-ui/react/switch";
import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import styles from "./controls.module.css";

export const SwitchControl = ({
  spec,
  id,
  value,
  onChange,
}: ControlProps<SpecOfKind<"boolean">, boolean>): ReactNode => (
  <div className={styles["switchRow"]}>
    <Switch.Root
      id={id}
      className={styles["switch"]}
      aria-label={spec.name}
      checked={value}
      onCheckedChange={(checked) => onChange(checked, false)}
    >
      <Switch.Thumb className={styles["switchThumb"]} />
    </Switch.Root>
    <span className={styles["switchText"]} aria-hidden>
      {String(value)}
    </span>
  </div>
);
