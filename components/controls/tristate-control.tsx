"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import { Select } from "./select";

const choices: ReadonlyMap<string, boolean | null> = new Map([
  ["null", null],
  ["true", true],
  ["false", false],
]);

const options = [...choices.keys()].map((value) => ({
  value,
  label: value === "null" ? "auto (null)" : value,
}));

/** Yes, no, or left to the layer. */
export const TristateControl = ({
  id,
  value,
  onChange,
}: ControlProps<SpecOfKind<"tristate">, boolean | null>): ReactNode => (
  <Select
    id={id}
    value={String(value)}
    options={options}
    onChange={(choice) => onChange(choices.get(choice) ?? null, false)}
  />
);
