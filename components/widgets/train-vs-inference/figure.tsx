"use client";

import type { ReactNode } from "react";
import { LaneLegend } from "@/components/charts/lanes/lane-legend";
import type { LaneLegendEntry } from "@/components/charts/lanes/lane-legend";
import { LanePlot } from "@/components/charts/lanes/lane-plot";
import { useSymlogAxis } from "@/components/charts/plot/use-axis";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel, Member } from "./figure-model";
import { laneRows } from "./lanes";
import { short } from "./sentences";

const isIdleMate = ({ role, counts }: Member): boolean => role === "mate" && !counts;

const legendOf = ({ usesBatch, companies }: FigureModel): readonly LaneLegendEntry[] => [
  { of: "batch", mark: "ringed", text: "the example, and its training output" },
  ...(usesBatch ? [{ of: "batch", mark: "dot", text: "a mate" } as const] : []),
  ...(companies.some(({ members }) => members.some(isIdleMate))
    ? [{ of: "population", mark: "dot", text: "a mate that does not count" } as const]
    : []),
  { of: "batch", mark: "diamond", text: "outlier" },
  { of: "population", mark: "hollow", text: "padding" },
  {
    of: usesBatch ? "batch" : "moving",
    mark: "interval",
    text: "mean ± deviation that training mode uses",
  },
  { of: "moving", mark: "square", text: "inference output" },
  { of: "population", mark: "rule", text: "output by the population’s statistics" },
];

/** How far apart ticks must stand in panels as narrow as a phone, in the unit square. */
const tickGap = 85;

/** The marks alone: the poster shows the same. */
export function Figure({ model }: FigureProps<FigureModel>): ReactNode {
  const { channelName, step, example, inference, ideal, inputScale } = model;
  const inputs = useSymlogAxis(
    { name: "inputs", domain: inputScale.domain, direction: "right" },
    tickGap,
  );
  const outputs = useSymlogAxis(
    { name: "outputs", domain: model.outputDomain, direction: "right" },
    tickGap,
  );
  const rows = laneRows(model);
  return (
    <section>
      <h2 className={panel["panel-title"]} data-export>
        Example {example} of step {step}, with the weights that the step found
      </h2>
      <LaneLegend entries={legendOf(model)} />
      <LanePlot
        panels={[
          {
            key: "inputs",
            title: "The inputs of its company",
            axis: inputs,
            xTitle: `input ${channelName}, ${inputScale.title}`,
            rules: [],
          },
          {
            key: "outputs",
            title: `Its training output; inference ${short(inference)}`,
            hasAsides: true,
            axis: outputs,
            xTitle: "output y of the example (log beyond ±1)",
            rules: [
              { of: "population", value: ideal },
              { of: "moving", value: inference },
            ],
          },
        ]}
        rows={rows}
      />
    </section>
  );
}
