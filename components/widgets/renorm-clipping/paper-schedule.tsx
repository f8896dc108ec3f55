"use client";

import type { ReactNode } from "react";
import type { ChangeExperiment } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel } from "./figure-model";
import { paperSchedule, paperSteps } from "./paper";

interface PaperScheduleProps {
  readonly model: Pick<FigureModel, "absence" | "isPaper" | "steps">;
  readonly onChange: ChangeExperiment | undefined;
}

/** Sets the bounds to the schedule of the paper, drawn together to the length of this run. */
export function PaperSchedule({ model, onChange }: PaperScheduleProps): ReactNode {
  const { absence, isPaper, steps } = model;
  if (absence !== null) return null;
  const how = `its ${paperSteps.toLocaleString("en")} steps drawn together to ${steps}; rmin follows 1/rmax in three straight lines.`;
  if (isPaper) {
    return (
      <p className={panel["panel-note"]}>The bounds follow the schedule of the paper, {how}</p>
    );
  }
  return (
    <p className={panel["panel-note"]}>
      <button
        type="button"
        className="quiet-button"
        disabled={onChange === undefined}
        onClick={() => onChange?.({ renorm_clipping: paperSchedule(steps) })}
      >
        Use the schedule of the paper
      </button>
      , {how}
    </p>
  );
}
