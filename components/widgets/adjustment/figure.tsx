"use client";

import type { ReactNode } from "react";
import { Legend } from "@/components/charts/plot/legend";
import type { LegendEntry } from "@/components/charts/plot/legend";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import { AddedPlot } from "./added-plot";
import { DrawPlane } from "./draw-plane";
import { DrawSeries } from "./draw-series";
import type { DrawsModel, FigureModel } from "./figure-model";
import { OutputRows } from "./output-rows";
import styles from "./view.module.css";

const legendOf = ({ per }: DrawsModel): readonly LegendEntry[] => [
  {
    of: "batch",
    mark: "dots",
    text: per === "feature" ? "a feature of the step" : "an example of the step",
  },
  { of: "output", mark: "dots", text: "the chosen one, in this step and in all others" },
  { of: "population", mark: "dashed", text: "what the spreads allow" },
];

/** The marks alone: the poster shows the same. */
export function Figure({ model, onScrub }: FigureProps<FigureModel>): ReactNode {
  const { draws, step } = model;
  return (
    <div className={styles["figure"]}>
      {draws === null ? (
        <p className={styles["absent"]} data-export>
          No adjustment: nothing is drawn.
        </p>
      ) : (
        <section className={styles["draws"]}>
          <h2 className={panel["panel-title"]} data-export>
            What step {step} drew, per {draws.per}
          </h2>
          <Legend entries={legendOf(draws)} />
          <div className={styles["beside"]}>
            <div className={styles["tall"]}>
              <DrawPlane draws={draws} step={step} />
            </div>
            <div>
              <DrawSeries part="scale" draws={draws} model={model} onScrub={onScrub} />
              <DrawSeries part="bias" draws={draws} model={model} onScrub={onScrub} />
            </div>
          </div>
        </section>
      )}
      <section className={styles["outputs"]}>
        <h2 className={panel["panel-title"]} data-export>
          {draws === null ? "Both modes of " : "What it does to "}
          <code>{model.channelName}</code>
        </h2>
        <div className={styles["beside"]}>
          <OutputRows model={model} />
          {draws !== null && (
            <div className={styles["tall"]}>
              <AddedPlot model={model} />
            </div>
          )}
        </div>
      </section>
    </div>
  );
}
