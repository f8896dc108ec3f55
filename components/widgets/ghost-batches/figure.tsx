"use client";

import type { ReactNode } from "react";
import { GroupPlot } from "@/components/charts/groups/group-plot";
import { LaneLegend } from "@/components/charts/lanes/lane-legend";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel } from "./figure-model";
import { drawnGhosts, ghostRows, outputRows } from "./groups";
import { VariancePlot } from "./variance-plot";
import styles from "./view.module.css";

/** The marks alone: the poster shows the same. */
export function Figure({ model, onScrub }: FigureProps<FigureModel>): ReactNode {
  return (
    <div className={styles["figure"]}>
      <Groups model={model} />
      <section className={styles["variance"]}>
        <h2 className={panel["panel-title"]} data-export>
          Variance of <code>{model.channelName}</code> over the run
        </h2>
        <VariancePlot model={model} onScrub={onScrub} />
      </section>
      <Outputs model={model} />
    </div>
  );
}

const hasMasked = ({ examples }: FigureModel): boolean => examples.some(({ isMasked }) => isMasked);

const maskedMark = [
  { of: "population", mark: "hollow", text: "masked padding, a member of no ghost batch" },
] as const;

function Groups({ model }: { readonly model: FigureModel }): ReactNode {
  const { ghosts, contiguous, step, batchSize, inputDomain, channelName } = model;
  const axis = useLinearAxis({ name: "inputs", domain: inputDomain, direction: "right" }, 4);
  const note =
    ghosts.length > drawnGhosts
      ? `The first ${drawnGhosts} of ${ghosts.length} ghost batches; the table below has them all.`
      : "A mark is an example. Line and bar: the ghost batch’s mean, and one deviation to either side.";
  const xTitle = `input ${channelName}`;
  return (
    <section className={styles["groups"]}>
      <h2 className={panel["panel-title"]} data-export>
        The {batchSize === 1 ? "one example" : `${batchSize} examples`} of step {step}
      </h2>
      <p className={panel["panel-note"]} data-export>
        {note}
      </p>
      {hasMasked(model) && <LaneLegend entries={maskedMark} />}
      <div className={styles["groupings"]}>
        <GroupPlot
          title={contiguous === null ? "One ghost batch: all" : "Strided: as the layer groups them"}
          axis={axis}
          xTitle={xTitle}
          groups={ghostRows(model, ghosts)}
        />
        {contiguous !== null && (
          <GroupPlot
            title="Contiguous: neighbours, for comparison"
            axis={axis}
            xTitle={xTitle}
            groups={ghostRows(model, contiguous)}
          />
        )}
      </div>
    </section>
  );
}

function Outputs({ model }: { readonly model: FigureModel }): ReactNode {
  const { outputDomain } = model;
  const axis = useLinearAxis({ name: "outputs", domain: outputDomain, direction: "right" }, 5);
  return (
    <section className={styles["outputs"]}>
      <h2 className={panel["panel-title"]} data-export>
        Outputs of step {model.step}
      </h2>
      <p className={panel["panel-note"]} data-export>
        Each ghost batch has its own height and marks.
        {hasMasked(model) && " What is masked and beyond the axis stands at its end."}
      </p>
      <GroupPlot title="Both modes" axis={axis} xTitle="output y" groups={outputRows(model)} />
    </section>
  );
}
