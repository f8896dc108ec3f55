"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { withoutDust } from "@/components/charts/format/summary";
import { unitSize } from "@/components/charts/plot/axis";
import type { Axis } from "@/components/charts/plot/axis";
import { Bars, Rug, VerticalRule } from "@/components/charts/plot/marks";
import type { Quantity } from "@/components/charts/plot/marks";
import { Plot } from "@/components/charts/plot/plot";
import { barsPath } from "@/components/charts/shapes/paths";
import { useLinearAxis, useCountAxis } from "@/components/charts/plot/use-axis";
import type { FigureProps } from "@/components/live-figure/figure-parts";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel, Stage } from "./figure-model";
import styles from "./view.module.css";

const words = {
  input: { name: "x", title: "inputs", axis: "input x" },
  normalized: { name: "x̂", title: "normalized", axis: "normalized x̂" },
  output: { name: "y", title: "outputs", axis: "output y" },
} as const;

const rugLength = 60;

interface StagePlotProps {
  readonly stage: Stage;
  readonly of: Quantity;
  readonly model: FigureModel;
  readonly y: Axis;
}

function StagePlot({ stage, of, model, y }: StagePlotProps): ReactNode {
  const { values, summary: exact, bins, domain } = model.stages[stage];
  const summary = withoutDust(exact, { input: 0, normalized: 1, output: model.gamma }[stage]);
  const x = useLinearAxis({ name: stage, domain, direction: "right" }, 6);
  const rug = values
    .map((value) => x.place(value))
    .filter((place) => place >= 0 && place <= unitSize)
    .map((place) => `M${place.toFixed(1)},${unitSize}v${-rugLength}`)
    .join("");
  const { name, title, axis } = words[stage];
  return (
    <Plot
      label={`${title} ${name} of step ${model.step}: mean ${formatNumber(summary.mean)}, standard deviation ${formatNumber(summary.deviation)}.`}
      title={
        <>
          <strong>
            {title} {name}
          </strong>
          , mean {formatNumber(summary.mean, 3)}, deviation {formatNumber(summary.deviation, 3)}
        </>
      }
      x={x}
      y={y}
      size="small"
      xTitle={axis}
    >
      <Bars of={of} d={barsPath(bins, { x: x.place, top: y.place, base: y.place(0) })} />
      <Rug of={of} d={rug} />
      {Number.isFinite(summary.mean) && <VerticalRule x={x.place(summary.mean)} />}
    </Plot>
  );
}

/** One channel of the chosen batch before and after normalization, and after γ and β. */
export function Figure({ model }: FigureProps<FigureModel>): ReactNode {
  const y = useCountAxis("examples", model.tallest);
  const shared = { model, y };
  return (
    <div className={styles["figure"]}>
      <h2 className={panel["panel-title"]} data-export>
        <code>{model.channelName}</code> in the batch of step {model.step}
      </h2>
      <p className={panel["panel-note"]} data-export>
        Bars count the {model.batchSize === 1 ? "one example" : `${model.batchSize} examples`} of
        the batch; the upright line is their mean. x̂ and y share an axis.
      </p>
      <StagePlot stage="input" of="population" {...shared} />
      <StagePlot stage="normalized" of={model.usesBatch ? "batch" : "moving"} {...shared} />
      <StagePlot stage="output" of="output" {...shared} />
    </div>
  );
}
