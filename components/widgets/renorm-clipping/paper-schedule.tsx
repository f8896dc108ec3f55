"use client";

import type { ReactNode } from "react";
import type { ChangeExperiment } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import { paperSchedule, paperSteps } from "./paper";

/** Sets the bounds to the schedule of the paper, drawn together to the length of this run. */
export const PaperSchedule = ({
  steps,
  onChange,
}: {
  readonly steps: number;
  readonly onChange: ChangeExperiment | undefined;
}): ReactNode => (
  <p className={panel["panel-note"]}>
    <button
      type="button"
      className="quiet-button"
      disabled={onChange === undefined}
      onClick={() => onChange?.({ renorm: true, renorm_clipping: paperSchedule(steps) })}
    >
      Use the schedule of the paper
    </button>
    , its {paperSteps.toLocaleString("en")} steps drawn together to {steps}; rmin follows 1/rmax in
    three straight lines.
  </p>
);
