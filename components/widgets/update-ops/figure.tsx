"use client";

import type { ReactNode } from "react";
import { GraphLegend } from "@/components/charts/graph/graph-legend";
import { GraphPlot } from "@/components/charts/graph/graph-plot";
import { Legend } from "@/components/charts/plot/legend";
import type { LegendEntry } from "@/components/charts/plot/legend";
import panel from "@/components/workbench/panel.module.css";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import type { FigureModel } from "./figure-model";
import { ExamplePlot, StatisticPlot } from "./loop-plots";
import styles from "./view.module.css";

const legend: readonly LegendEntry[] = [
  { of: "batch", mark: "dots", text: "batch, training mode" },
  { of: "moving", mark: "line", text: "moving, inference mode" },
  { of: "population", mark: "dashed", text: "target" },
];

/** In words what the drawing shows by lines and dashes. */
function graphLabel({ graph, step }: FigureModel): string {
  const names = (isRun: boolean): string =>
    graph.operations
      .filter((_, i) => graph.ran[i] === isRun)
      .map(({ name }) => name)
      .join(", ");
  const idle = names(false);
  const rest = idle === "" ? "Every operation runs." : `Not run: ${idle}.`;
  return `The graph. Step ${step} runs ${names(true)}. ${rest}`;
}

/** The marks alone: the poster shows the same. */
export function Figure({ model, onScrub }: FigureProps<FigureModel>): ReactNode {
  const { channelName, steps, step } = model;
  const shared = { channelName, steps, step, onScrub };
  return (
    <div className={styles["figure"]}>
      <div className={styles["graph"]}>
        <h2 className={panel["panel-title"]} data-export>
          What step {step} runs
        </h2>
        <GraphLegend />
        <GraphPlot label={graphLabel(model)} drawing={model.drawing} />
        <p className={styles["note"]} data-export>
          batchnorm reads the moving statistics in every run, but uses them only where training is
          False.
        </p>
      </div>
      <div className={styles["over-time"]}>
        <h2 className={panel["panel-title"]} data-export>
          What becomes of <code>{channelName}</code>
        </h2>
        <Legend entries={legend} />
        <StatisticPlot which="mean" series={model.mean} {...shared} />
        <StatisticPlot which="variance" series={model.variance} {...shared} />
        <ExamplePlot outputs={model.outputs} {...shared} />
      </div>
    </div>
  );
}
