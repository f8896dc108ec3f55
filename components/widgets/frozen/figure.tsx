"use client";

import type { ReactNode } from "react";
import { Legend } from "@/components/charts/plot/legend";
import type { LegendEntry } from "@/components/charts/plot/legend";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import { CaseTable } from "./case-table";
import type { FigureModel } from "./figure-model";
import { OutputPlot } from "./output-plot";
import { ParameterPlot } from "./parameter-plot";
import { StatisticPlot } from "./statistic-plot";
import { VersionTable } from "./version-table";
import styles from "./view.module.css";

const legendOf = ({ frozenFrom }: FigureModel): readonly LegendEntry[] => [
  { of: "batch", mark: "dots", text: "batch; training mode" },
  { of: "moving", mark: "line", text: "moving; inference mode" },
  { of: "population", mark: "dashed", text: "population" },
  ...(frozenFrom === null
    ? []
    : [{ of: "population", mark: "dotted", text: `frozen from step ${frozenFrom}` } as const]),
];

/** The marks alone: the poster shows the same. */
export function Figure({ model, onScrub }: FigureProps<FigureModel>): ReactNode {
  return (
    <div className={styles["figure"]}>
      <section className={styles["over-time"]}>
        <h2 className={panel["panel-title"]} data-export>
          <code>{model.channelName}</code> over the run
        </h2>
        <Legend entries={legendOf(model)} />
        <div className={styles["plots"]}>
          <StatisticPlot which="mean" model={model} onScrub={onScrub} />
          <OutputPlot which="mean" model={model} onScrub={onScrub} />
          <StatisticPlot which="variance" model={model} onScrub={onScrub} />
          <OutputPlot which="deviation" model={model} onScrub={onScrub} />
          {model.isOptimized && <ParameterPlot model={model} onScrub={onScrub} />}
        </div>
      </section>
      <CaseTable
        cases={model.cases}
        versionLabel={model.versionLabel}
        channelName={model.channelName}
      />
      <VersionTable groups={model.groups} versionLabel={model.versionLabel} />
    </div>
  );
}
