"use client";

import type { ReactNode } from "react";
import { Legend } from "@/components/charts/plot/legend";
import type { LegendEntry } from "@/components/charts/plot/legend";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel } from "./figure-model";
import { ChannelMultiples } from "./channel-multiples";
import { OutputsPlot } from "./outputs-plot";
import { SeriesPlot } from "./series-plot";
import styles from "./view.module.css";

const legend: readonly LegendEntry[] = [
  { of: "batch", mark: "dots", text: "each batch" },
  { of: "moving", mark: "line", text: "moving" },
  { of: "population", mark: "dashed", text: "population" },
];

const withFused: readonly LegendEntry[] = [
  ...legend,
  { of: "moving", mark: "dashes", text: "moving, if fused" },
];

/** The marks alone: the poster shows the same. */
export function Figure({ model, onScrub, onChange }: FigureProps<FigureModel>): ReactNode {
  const { steps, step, channelName, outputs } = model;
  const shared = { steps, step, channelName, ...(onScrub !== undefined && { onScrub }) };
  return (
    <div className={styles["figure"]}>
      <div className={styles["over-time"]}>
        <h2 className={panel["panel-title"]} data-export>
          Statistics of <code>{channelName}</code> over the run
        </h2>
        <Legend entries={model.fused === null ? legend : withFused} />
        <SeriesPlot which="mean" series={model.mean} {...shared} />
        <SeriesPlot which="variance" series={model.variance} fused={model.fused} {...shared} />
      </div>
      <div className={styles["outputs"]}>
        <h2 className={panel["panel-title"]} data-export>
          Outputs of step {step}
        </h2>
        <p className={panel["panel-note"]} data-export>
          Bars count the {model.batchSize === 1 ? "one example" : `${model.batchSize} examples`} of
          its batch.
        </p>
        <OutputsPlot mode="training" outputs={outputs} step={step} />
        <OutputsPlot mode="inference" outputs={outputs} step={step} />
      </div>
      {model.multiples !== null && (
        <ChannelMultiples multiples={model.multiples} step={step} onChange={onChange} />
      )}
    </div>
  );
}
