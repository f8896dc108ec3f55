"use client";

import type { ReactNode } from "react";
import { complementOf } from "./complement";
import type { ControlProps, SpecOfKind } from "./control";
import styles from "./controls.module.css";
import { enteredAs } from "./entered";
import { parseNumber } from "./parse";
import { ValueInput } from "./value-input";

export interface ComplementInputProps extends ControlProps<SpecOfKind<"real">, number> {
  /** Where the argument's name means 1 minus the value. */
  readonly framework: string;
}

const readComplement = (text: string): number | string => {
  const number = parseNumber(text);
  return typeof number === "number" ? complementOf(number) : number;
};

/** The same argument as another framework writes it. */
export const ComplementInput = ({
  spec,
  framework,
  id,
  value,
  onChange,
}: ComplementInputProps): ReactNode => (
  <div className={styles["complement"]}>
    <label htmlFor={`${id}-complement`}>
      {spec.name} in {framework}
    </label>
    <ValueInput
      id={`${id}-complement`}
      value={value}
      write={(own) => String(complementOf(own))}
      enter={enteredAs(spec, readComplement)}
      inputMode="decimal"
      onChange={onChange}
    />
  </div>
);
