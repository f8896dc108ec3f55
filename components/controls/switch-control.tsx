"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import { Toggle } from "./toggle";

export const SwitchControl = ({
  spec,
  id,
  value,
  onChange,
}: ControlProps<SpecOfKind<"boolean">, boolean>): ReactNode => (
  <Toggle
    id={id}
    label={spec.name}
    isOn={value}
    meaning={String(value)}
    onChange={(isOn) => onChange(isOn, false)}
  />
);
