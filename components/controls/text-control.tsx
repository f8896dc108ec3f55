"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import { enteredAs } from "./entered";
import { ValueInput } from "./value-input";

/** A text; an empty field stands for none. */
export const TextControl = ({
  spec,
  value,
  ...props
}: ControlProps<SpecOfKind<"text">, string | null>): ReactNode => (
  <ValueInput<string | null>
    {...props}
    value={value}
    // Only a link can hold the empty text, which is not the same as none.
    placeholder={value === "" ? '""' : "null"}
    write={(text) => text ?? ""}
    enter={enteredAs(spec, (text) => (text === "" ? null : text))}
    inputMode="text"
  />
);
