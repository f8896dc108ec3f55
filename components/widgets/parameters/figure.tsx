"use client";

import type { ReactNode } from "react";
import { Legend } from "@/components/charts/plot/legend";
import type { LegendEntry } from "@/components/charts/plot/legend";
import type { Quantity } from "@/components/charts/plot/marks";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import { CostPlot, GradientPlot } from "./descent-plots";
import type { FigureModel, Stillness } from "./figure-model";
import { StartPlot } from "./start-plot";
import { ValuePlot } from "./value-plot";
import styles from "./view.module.css";

const quantityOf = ({ stillness }: FigureModel): Quantity =>
  stillness === "statistic" ? "moving" : "output";

/** Names what a panel draws, as far as it is there. */
const startMarks = (model: FigureModel): readonly LegendEntry[] => [
  ...(model.start === null || model.start.expected.length === 0
    ? []
    : [{ of: "population" as const, mark: "dashed" as const, text: "expected" }]),
  { of: quantityOf(model), mark: "line", text: `this run’s ${model.channelCount} channels` },
];

const valueMarks = (model: FigureModel): readonly LegendEntry[] => [
  { of: quantityOf(model), mark: "line", text: "value" },
  ...(model.value === null || model.value.projections.length === 0
    ? []
    : [
        { of: "population" as const, mark: "dots" as const, text: "proposed" },
        { of: quantityOf(model), mark: "squares" as const, text: "projected" },
      ]),
];

const gradientMarks = ({ words }: FigureModel): readonly LegendEntry[] => [
  { of: "loss", mark: "dots", text: "of the loss" },
  ...(words.regularizer === null
    ? []
    : [
        { of: "penalty" as const, mark: "dotted" as const, text: "of the penalty" },
        { of: "output" as const, mark: "line" as const, text: "sum" },
      ]),
];

const costMarks = ({ words }: FigureModel): readonly LegendEntry[] => [
  { of: "loss", mark: "dots", text: "loss" },
  ...(words.regularizer === null
    ? []
    : [{ of: "penalty" as const, mark: "dotted" as const, text: "penalty" }]),
];

const noSteps: Readonly<Record<Stillness, string>> = {
  absent: "The layer does not have this parameter.",
  statistic: "No loss has a gradient here: batches move the moving statistics.",
  "no-optimizer": "No optimizer, no gradient: nothing is trained in this run.",
  frozen: "A frozen layer has nothing to train: no gradient reaches it.",
};

function Panel({
  title,
  marks,
  children,
}: {
  readonly title: string;
  readonly marks: readonly LegendEntry[];
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={styles["panel"]}>
      <h2 className={panel["panel-title"]} data-export>
        {title}
      </h2>
      <Legend entries={marks} />
      {children}
    </section>
  );
}

const Absent = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <p className={styles["absent"]} data-export>
    {children}
  </p>
);

/** How a parameter starts, where the steps take it, and what moves it there. */
export function Figure({ model, onScrub }: FigureProps<FigureModel>): ReactNode {
  const { start, value, descent, chosen, stillness, symbol, channelName } = model;
  const of = quantityOf(model);
  const shared = { model, onScrub };
  const update = chosen?.update ?? null;
  return (
    <div className={styles["figure"]}>
      {start !== null && (
        <Panel title={`How ${symbol} starts`} marks={startMarks(model)}>
          <StartPlot start={start} symbol={symbol} channelName={channelName} of={of} />
        </Panel>
      )}
      {value !== null && (
        <Panel title={`Where the steps take it: ${channelName}`} marks={valueMarks(model)}>
          <ValuePlot {...shared} value={value} of={of} />
        </Panel>
      )}
      {descent !== null && update !== null ? (
        <>
          <Panel title="What each step goes by" marks={gradientMarks(model)}>
            <GradientPlot {...shared} descent={descent} update={update} />
          </Panel>
          <Panel title="What the steps are to make smaller" marks={costMarks(model)}>
            <CostPlot {...shared} descent={descent} update={update} />
          </Panel>
        </>
      ) : (
        stillness !== null && <Absent>{noSteps[stillness]}</Absent>
      )}
    </div>
  );
}
