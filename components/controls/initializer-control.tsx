"use client";

import type { ReactNode } from "react";
import { constant, initialValueOf } from "@/engine/spec/initializer";
import type { Initializer } from "@/engine/spec/initializer";
import type { ControlProps, SpecOfKind } from "./control";
import styles from "./controls.module.css";
import { parseNumber } from "./parse";
import { ValueInput } from "./value-input";

const asInitializer = (text: string): unknown => {
  const number = parseNumber(text);
  return typeof number === "number" ? constant(number) : text;
};

/** Zeros, ones, or a constant with its value. */
export function InitializerControl(
  props: ControlProps<SpecOfKind<"initializer">, Initializer>,
): ReactNode {
  const { spec, id, value, onChange } = props;
  const choice = typeof value === "string" ? value : "constant";
  return (
    <div className={styles["pair"]}>
      <select
        id={id}
        className={styles["select"]}
        value={choice}
        onChange={(event) => {
          const { value: chosen } = event.target;
          props.onProblem(null);
          onChange(
            chosen === "zeros" || chosen === "ones" ? chosen : constant(initialValueOf(value)),
            false,
          );
        }}
      >
        <option value="zeros">zeros</option>
        <option value="ones">ones</option>
        <option value="constant">constant</option>
      </select>
      {typeof value !== "string" && (
        <ValueInput<Initializer>
          spec={spec}
          id={`${id}-value`}
          label={`${spec.name} value`}
          value={value}
          write={(initializer) => String(initialValueOf(initializer))}
          read={asInitializer}
          rule="a constant: a finite number"
          inputMode="decimal"
          onChange={onChange}
          onProblem={props.onProblem}
        />
      )}
    </div>
  );
}
