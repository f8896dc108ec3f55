"use client";

import { useRef } from "react";
import type { ReactNode } from "react";
import { checkForSite } from "@/engine/spec/validate";
import { refusal } from "@/engine/spec/show-value";
import { siteRule } from "@/engine/spec/validate";
import type { ArgSpec } from "@/engine/spec/arg-spec";
import { useDraft } from "./draft";
import styles from "./controls.module.css";

interface TextInputProps<Value> {
  readonly spec: ArgSpec;
  readonly id: string;
  readonly label?: string;
  readonly value: Value;
  readonly write: (value: Value) => string;
  /** The value a text stands for, or null when it stands for none. */
  readonly read: (text: string) => unknown;
  readonly rule?: string;
  readonly inputMode: "decimal" | "numeric" | "text";
  readonly onChange: (value: Value, isContinued: boolean) => void;
  readonly onProblem: (problem: string | null) => void;
}

/** A text field that takes effect as soon as its text is a value, and says what is wrong as long as it is not. */
export function ValueInput<Value>(props: TextInputProps<Value>): ReactNode {
  const { spec, id, value, onChange, onProblem } = props;
  const draft = useDraft(props.write(value));
  // The first value of a visit is a change of its own; what is typed after it continues that change.
  const hasChanged = useRef(false);

  const take = (text: string): void => {
    const checked = checkForSite(spec, props.read(text));
    draft.write(text, props.write(checked.ok ? (checked.value as Value) : value));
    if (checked.ok) {
      onChange(checked.value as Value, hasChanged.current);
      hasChanged.current = true;
    }
    onProblem(checked.ok ? null : refusal(spec.name, props.rule ?? siteRule(spec), text));
  };
  const leave = (): void => {
    draft.close();
    onProblem(null);
  };
  const isWrong = draft.isOpen && !checkForSite(spec, props.read(draft.text)).ok;

  return (
    <input
      id={id}
      className={styles["input"]}
      type="text"
      inputMode={props.inputMode}
      autoComplete="off"
      spellCheck={false}
      value={draft.text}
      aria-label={props.label}
      aria-invalid={isWrong}
      aria-describedby={isWrong ? `${id}-problem` : undefined}
      onChange={(event) => take(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
      }}
      onBlur={() => {
        if (!isWrong) leave();
        hasChanged.current = false;
      }}
    />
  );
}
