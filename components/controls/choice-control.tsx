"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import { Select } from "./select";

export const ChoiceControl = ({
  spec,
  id,
  value,
  onChange,
}: ControlProps<SpecOfKind<"choice">, string>): ReactNode => (
  <Select
    id={id}
    value={value}
    options={spec.options}
    onChange={(option) => onChange(option, false)}
  />
);
