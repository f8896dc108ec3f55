import { useId } from "react";
import type { ReactNode } from "react";
import type { Experiment } from "@/engine/spec/experiment";
import { toggled } from "./axes";
import type { AxisModel, FigureModel } from "./figure-model";
import styles from "./view.module.css";

export interface AxesBarProps {
  readonly model: FigureModel;
  /** Absent in a poster. */
  readonly onChange?: (patch: Partial<Experiment>) => void;
}

const sizes = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Each axis with a button that keeps it or averages over it, and its size. */
export function AxesBar({ model, onChange }: AxesBarProps): ReactNode {
  const { axes, experiment, grouping } = model;
  const { shape } = experiment;
  const isOne = axes.filter(({ isKept }) => isKept).length === 1;
  // Layer normalization takes no axis here: it keeps the batch.
  const isFixed = experiment.layer_normalization;
  const isRefused = grouping.shared === null;
  const note = noteOf(isFixed, isOne ? axes.find(({ isKept }) => isKept) : undefined);
  const noteId = useId();
  return (
    <div
      className={styles["axes"]}
      role="group"
      aria-label="Axes of the inputs"
      inert={onChange === undefined}
    >
      {axes.map((axis) => (
        <div
          key={axis.axis}
          className={styles["axis"]}
          data-kept={axis.isKept && !isRefused ? "" : undefined}
        >
          <button
            type="button"
            className={styles["axisButton"]}
            aria-pressed={axis.isKept}
            aria-disabled={isFixed || (isOne && axis.isKept)}
            aria-label={labelOf(axis, axes.length)}
            aria-describedby={isFixed || (isOne && axis.isKept) ? noteId : undefined}
            onClick={() => {
              if (isFixed || (isOne && axis.isKept)) return;
              onChange?.({ axis: toggled(experiment.axis, axes.length, axis.axis) });
            }}
          >
            <b>
              {axis.axis} <span>or −{axes.length - axis.axis}</span>
            </b>
            <span>{axis.name}</span>
            <span className={styles["state"]}>{stateOf(axis, isRefused)}</span>
          </button>
          <label className={styles["size"]}>
            <span className="visually-hidden">Size of axis {axis.axis}</span>
            <select
              value={axis.size}
              onChange={(event) =>
                onChange?.({ shape: shape.with(axis.axis, Number(event.target.value)) })
              }
            >
              {sizes.map((size) => (
                <option key={size}>{size}</option>
              ))}
            </select>
          </label>
        </div>
      ))}
      {note !== null && (
        <p className={styles["note"]} id={noteId}>
          {note}
        </p>
      )}
    </div>
  );
}

const labelOf = ({ axis, name }: AxisModel, rank: number): string =>
  `axis ${axis} or −${rank - axis}, ${name}`;

/** Where the layer refused, nothing is kept and nothing averaged: there is only what the argument names. */
function stateOf({ isKept }: AxisModel, isRefused: boolean): string {
  if (isRefused) return isKept ? "named" : "not named";
  return isKept ? "kept" : "averaged";
}

/** Why a button does nothing. */
function noteOf(isFixed: boolean, only: AxisModel | undefined): string | null {
  if (isFixed) {
    return "Layer normalization takes no axis here: it keeps the examples apart and averages over the rest.";
  }
  return only === undefined
    ? null
    : `Axis ${only.axis} is the only one, and one there must be: choose another before you take it away.`;
}
