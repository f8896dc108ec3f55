"use client";

import { useId } from "react";
import type { ReactNode } from "react";
import styles from "./argument-panel.module.css";

export type Configuration = "first" | "second";

/** Two configurations of a figure, or one. */
export interface CompareChoice {
  readonly isComparing: boolean;
  /** Whose arguments the form shows. */
  readonly edited: Configuration;
  readonly onEdit: (which: Configuration) => void;
  readonly onCompare: () => void;
  readonly onStop: () => void;
}

const ignore = (): void => undefined;

/** As it stands in a poster, where nothing can be pressed. */
export const notComparing: CompareChoice = {
  isComparing: false,
  edited: "first",
  onEdit: ignore,
  onCompare: ignore,
  onStop: ignore,
};

/** Sets a second configuration beside the first, and ends that: one button, so that it keeps the focus. */
export const CompareButton = ({ isComparing, onCompare, onStop }: CompareChoice): ReactNode => (
  <button type="button" className="quiet-button" onClick={isComparing ? onStop : onCompare}>
    {isComparing ? "Stop comparing" : "Compare"}
  </button>
);

/** Chooses whose arguments are shown. */
export function CompareBar({ edited, onEdit }: CompareChoice): ReactNode {
  const name = useId();
  return (
    <fieldset className={styles["compare"]}>
      <legend>Arguments of the configuration</legend>
      {(["first", "second"] as const).map((which) => (
        <label key={which}>
          <input
            type="radio"
            name={name}
            checked={edited === which}
            onChange={() => onEdit(which)}
          />
          {which}
        </label>
      ))}
      {edited === "second" && <p>Data, seed and steps are those of the first.</p>}
    </fieldset>
  );
}
