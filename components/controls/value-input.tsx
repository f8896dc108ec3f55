"use client";

import { useRef } from "react";
import type { ReactNode } from "react";
import { useDraft } from "./draft";
import type { Entered } from "./entered";
import styles from "./controls.module.css";

export interface ValueInputProps<Value> {
  readonly id: string;
  /** The name, where no visible label gives the whole of it. */
  readonly label?: string;
  readonly placeholder?: string | undefined;
  readonly value: Value;
  readonly write: (value: Value) => string;
  readonly enter: (text: string) => Entered<Value>;
  readonly inputMode: "decimal" | "numeric" | "text";
  readonly onChange: (value: Value, isContinued: boolean) => void;
}

/** A text field that takes effect as soon as its text is a value, and says what is wrong as long as it is not. */
export function ValueInput<Value>(props: ValueInputProps<Value>): ReactNode {
  const { id, value, onChange, write, enter } = props;
  const draft = useDraft(write(value));
  // The first value of a visit is a change of its own; what is typed after it continues that change.
  const hasChanged = useRef(false);

  const take = (text: string): void => {
    const entered = enter(text);
    draft.write(text, write(entered.ok ? entered.value : value));
    if (!entered.ok) return;
    onChange(entered.value, hasChanged.current);
    hasChanged.current = true;
  };
  const entered = enter(draft.text);
  const problem = draft.isOpen && !entered.ok ? entered.message : null;

  return (
    <>
      <input
        id={id}
        className={styles["input"]}
        type="text"
        inputMode={props.inputMode}
        autoComplete="off"
        spellCheck={false}
        placeholder={props.placeholder}
        value={draft.text}
        aria-label={props.label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => take(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") draft.close();
        }}
        onBlur={() => {
          if (problem === null) draft.close();
          hasChanged.current = false;
        }}
      />
      {problem !== null && (
        <p className={styles["problem"]} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
