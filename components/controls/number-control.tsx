"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import styles from "./controls.module.css";
import { parseNumber } from "./parse";
import { StopsSlider } from "./stops-slider";
import { ValueInput } from "./value-input";

/** A slider for the usual values and a text field for any other. */
export function NumberControl(
  props: ControlProps<SpecOfKind<"real" | "integer">, number>,
): ReactNode {
  const { spec, id, value, onChange, onProblem } = props;
  const stops = spec.stops.length > 0 ? spec.stops : null;
  return (
    <div className={styles["pair"]}>
      {stops !== null && (
        <StopsSlider
          label={`${spec.name} slider`}
          stops={stops}
          value={value}
          onChange={(stop, isContinued) => {
            onProblem(null);
            onChange(stop, isContinued);
          }}
        />
      )}
      <ValueInput
        spec={spec}
        id={id}
        value={value}
        write={String}
        read={parseNumber}
        inputMode={spec.kind === "integer" ? "numeric" : "decimal"}
        onChange={onChange}
        onProblem={onProblem}
      />
    </div>
  );
}
