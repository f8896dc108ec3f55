"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import { parseNumbers } from "./parse";
import { ValueInput } from "./value-input";

export const NumbersControl = (
  props: ControlProps<SpecOfKind<"numbers">, readonly number[]>,
): ReactNode => (
  <ValueInput
    spec={props.spec}
    id={props.id}
    value={props.value}
    write={(numbers) => numbers.join(", ")}
    read={parseNumbers}
    inputMode="text"
    onChange={props.onChange}
    onProblem={props.onProblem}
  />
);
