"use client";

import type { ReactNode } from "react";
import { Legend } from "@/components/charts/plot/legend";
import type { LegendEntry } from "@/components/charts/plot/legend";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import { CorrectionPlot } from "./correction-plot";
import type { FigureModel } from "./figure-model";
import { OutputRows } from "./output-rows";
import { PaperSchedule } from "./paper-schedule";
import { PlanePlot } from "./plane-plot";
import styles from "./view.module.css";

const legend: readonly LegendEntry[] = [
  { of: "renorm", mark: "line", text: "applied" },
  { of: "population", mark: "dots", text: "before clipping" },
  { of: "batch", mark: "squares", text: "clipped" },
  { of: "population", mark: "dashed", text: "bounds" },
];

const edgeNote = (beyond: number): string | null => {
  if (beyond === 0) return null;
  return beyond === 1
    ? "One step asked for more than an axis shows; it stands at the edge."
    : `${beyond} steps asked for more than an axis shows; they stand at the edge.`;
};

/** r and d over the run, in their plane, and what they do to the outputs. */
export function Figure({ model, onScrub, onChange }: FigureProps<FigureModel>): ReactNode {
  const { steps, step, channelName, correction } = model;
  const shared = { steps, step, channelName, ...(onScrub !== undefined && { onScrub }) };
  return (
    <div className={styles["figure"]}>
      <div className={styles["over-time"]}>
        <h2 className={panel["panel-title"]} data-export>
          Correction of <code>{channelName}</code> over the run
        </h2>
        {correction === null ? (
          <p className={styles["absent"]} data-export>
            {model.absence === "off" ? "Renorm is off." : "Nothing is corrected."}
          </p>
        ) : (
          <>
            <Legend entries={legend} />
            <CorrectionPlot part="r" series={correction.r} {...shared} />
            <CorrectionPlot part="d" series={correction.d} {...shared} />
            <p className={panel["panel-note"]} data-export>
              {edgeNote(correction.beyond)}
            </p>
          </>
        )}
        <PaperSchedule model={model} onChange={onChange} />
      </div>
      <div className={styles["beside"]}>
        {correction !== null && <PlanePlot correction={correction} step={step} />}
        <OutputRows model={model} />
      </div>
    </div>
  );
}
