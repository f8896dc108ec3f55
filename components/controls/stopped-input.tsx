"use client";

import type { ReactNode } from "react";
import styles from "./controls.module.css";
import { StopsSlider } from "./stops-slider";
import { ValueInput } from "./value-input";
import type { ValueInputProps } from "./value-input";

export interface StoppedInputProps extends ValueInputProps<number> {
  /** What the number is called; the slider is named after it. */
  readonly name: string;
  readonly stops: readonly number[];
  readonly describe?: (value: number) => string;
}

/** A slider for the usual numbers and a text field for any other. */
export function StoppedInput({ name, stops, describe, ...input }: StoppedInputProps): ReactNode {
  return (
    <div className={styles["pair"]}>
      {stops.length > 0 && (
        <StopsSlider
          label={`${name} slider`}
          stops={stops}
          value={input.value}
          onChange={input.onChange}
          {...(describe !== undefined && { describe })}
        />
      )}
      <ValueInput {...input} />
    </div>
  );
}
