"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import { enteredAs } from "./entered";
import { parseNumbers } from "./parse";
import { ValueInput } from "./value-input";

export const NumbersControl = ({
  spec,
  ...props
}: ControlProps<SpecOfKind<"numbers">, readonly number[]>): ReactNode => (
  <ValueInput
    {...props}
    write={(numbers) => numbers.join(", ")}
    enter={enteredAs(spec, parseNumbers)}
    inputMode="text"
  />
);
