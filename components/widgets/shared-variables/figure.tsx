"use client";

import type { ReactNode } from "react";
import { GraphLegend } from "@/components/charts/graph/graph-legend";
import { GraphPlot } from "@/components/charts/graph/graph-plot";
import { Legend } from "@/components/charts/plot/legend";
import type { LegendEntry } from "@/components/charts/plot/legend";
import panel from "@/components/workbench/panel.module.css";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import type { FigureModel, TrainedModel } from "./figure-model";
import { groupsOf } from "./places";
import { MeanPlot, OutputPlot } from "./step-plots";
import styles from "./view.module.css";
import { ordinals, usersOf } from "./words";

const meansLegend = (isShared: boolean): readonly LegendEntry[] => [
  { of: "batch", mark: "dots", text: "batch of the first call" },
  { of: "batch", mark: "squares", text: "batch of the second" },
  { of: "moving", mark: "line", text: `moving mean of ${isShared ? "both calls" : "the first"}` },
  ...(isShared
    ? []
    : [{ of: "moving", mark: "dotted", text: "moving mean of the second" } as const]),
];

const outputsLegend: readonly LegendEntry[] = [
  { of: "batch", mark: "line", text: "training mode" },
  { of: "moving", mark: "line", text: "inference mode" },
];

/** In words what the drawing shows by frames and lines. */
function graphLabel({ calls, variables, refusal }: FigureModel): string {
  const scopes = groupsOf(variables).map(
    ({ scope, variables: list }) =>
      `${list.map(({ lastName }) => lastName).join(", ")} in ${scope}, ${usersOf(list)}`,
  );
  const said = calls.map(({ call, state, nameScope }) =>
    state === "made"
      ? `The ${ordinals[call]} call has its operations in ${nameScope}.`
      : `The ${ordinals[call]} call is ${state}${state === "refused" ? `: ${refusal?.kind ?? ""}` : ""}.`,
  );
  const owned =
    scopes.length === 0 ? "There are no variables." : `Variables: ${scopes.join("; ")}.`;
  return `The graph. ${said.join(" ")} ${owned}`;
}

/** The marks alone: the poster shows the same. */
export function Figure({ model, onScrub }: FigureProps<FigureModel>): ReactNode {
  const { trained, refusal } = model;
  return (
    <div className={styles["figure"]}>
      <div className={styles["graph"]}>
        <h2 className={panel["panel-title"]} data-export>
          Two calls and their variables
        </h2>
        <p className={panel["panel-note"]} data-export>
          first_name is given to the first call, name and reuse to the second.
        </p>
        <GraphLegend hasOrder={false} />
        <GraphPlot label={graphLabel(model)} drawing={model.drawing} />
      </div>
      <div className={styles["over-time"]}>
        {trained !== null && <OverTime model={model} trained={trained} onScrub={onScrub} />}
        {refusal !== null && (
          <>
            <h2 className={panel["panel-title"]} data-export>
              The program ends here
            </h2>
            <p className={`notice ${styles["refusal"]}`} data-tone="danger" data-export>
              {refusal.kind}: {refusal.message}
            </p>
          </>
        )}
      </div>
    </div>
  );
}

function OverTime({
  model,
  trained,
  onScrub,
}: {
  readonly model: FigureModel;
  readonly trained: TrainedModel;
  readonly onScrub: FigureProps<FigureModel>["onScrub"];
}): ReactNode {
  const { channelName, steps, step, shared } = model;
  const state = { trained, channelName, steps, step, onScrub };
  return (
    <>
      <h2 className={panel["panel-title"]} data-export>
        What training the first call does to <code>{channelName}</code>
      </h2>
      <Legend entries={meansLegend(shared.length > 0)} />
      <MeanPlot {...state} />
      <Legend entries={outputsLegend} />
      <OutputPlot {...state} />
    </>
  );
}
