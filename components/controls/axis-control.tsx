"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import { enteredAs } from "./entered";
import { parseNumbers } from "./parse";
import { ValueInput } from "./value-input";

type Axis = number | readonly number[];

/** One axis is a number and several are a list. */
const read = (text: string): unknown => {
  const numbers = parseNumbers(text);
  return numbers.length === 1 ? numbers[0] : numbers;
};

/** One axis or several, as the constructor takes them. */
export const AxisControl = ({
  spec,
  ...props
}: ControlProps<SpecOfKind<"axis">, Axis>): ReactNode => (
  <ValueInput<Axis>
    {...props}
    write={(axis) => (typeof axis === "number" ? String(axis) : axis.join(", "))}
    enter={enteredAs(spec, read)}
    inputMode="text"
  />
);
