import type { ReactNode } from "react";
import type { Experiment } from "@/engine/spec/experiment";
import { namedLayouts } from "./layouts";
import type { NamedLayout } from "./layouts";
import styles from "./view.module.css";

export interface LayoutBarProps {
  readonly experiment: Experiment;
  /** Absent in a poster. */
  readonly onChange?: (patch: Partial<Experiment>) => void;
}

const isChosen = ({ shape, data_format }: NamedLayout, experiment: Experiment): boolean =>
  String(shape) === String(experiment.shape) && data_format === experiment.data_format;

/** Tensors to begin with. The axis stays as it is: whether it fits is what the figure shows. */
export const LayoutBar = ({ experiment, onChange }: LayoutBarProps): ReactNode => (
  <div
    className={styles["layouts"]}
    role="group"
    aria-label="Tensors"
    inert={onChange === undefined}
  >
    {namedLayouts.map((layout) => (
      <button
        key={layout.name}
        type="button"
        className={styles["layout"]}
        aria-pressed={isChosen(layout, experiment)}
        onClick={() => onChange?.({ shape: layout.shape, data_format: layout.data_format })}
      >
        {layout.name}
      </button>
    ))}
  </div>
);
