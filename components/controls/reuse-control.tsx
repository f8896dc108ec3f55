"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import { Select } from "./select";

type Reuse = boolean | "auto" | null;

const choices: ReadonlyMap<string, Reuse> = new Map<string, Reuse>([
  ["null", null],
  ["true", true],
  ["false", false],
  ["auto", "auto"],
]);

const options = [...choices.keys()].map((value) => ({
  value,
  label: value === "auto" ? "auto (AUTO_REUSE)" : value,
}));

/** Whether variables are found or made. */
export const ReuseControl = ({
  id,
  value,
  onChange,
}: ControlProps<SpecOfKind<"reuse">, Reuse>): ReactNode => (
  <Select
    id={id}
    value={String(value)}
    options={options}
    onChange={(choice) => onChange(choices.get(choice) ?? null, false)}
  />
);
