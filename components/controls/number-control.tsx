"use client";

import type { ReactNode } from "react";
import { ComplementInput } from "./complement-input";
import type { ControlProps, SpecOfKind } from "./control";
import { enteredAs } from "./entered";
import { parseNumber } from "./parse";
import { StoppedInput } from "./stopped-input";

export const NumberControl = ({
  spec,
  ...props
}: ControlProps<SpecOfKind<"real" | "integer">, number>): ReactNode => (
  <>
    <StoppedInput
      {...props}
      name={spec.name}
      stops={spec.stops}
      write={String}
      enter={enteredAs(spec, parseNumber)}
      inputMode={spec.kind === "integer" ? "numeric" : "decimal"}
    />
    {spec.kind === "real" && spec.complementIn !== undefined && (
      <ComplementInput {...props} spec={spec} framework={spec.complementIn} />
    )}
  </>
);
