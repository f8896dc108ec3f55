"use client";

import type { ReactNode } from "react";
import { unitSize } from "@/components/charts/plot/axis";
import { Bars, Rug } from "@/components/charts/plot/marks";
import { Plot } from "@/components/charts/plot/plot";
import { barsPath } from "@/components/charts/shapes/paths";
import { formatNumber } from "@/components/charts/format/number";
import { useSymlogAxis, useCountAxis } from "@/components/charts/plot/use-axis";
import type { OutputsModel } from "./outputs-model";

export interface OutputsPlotProps {
  readonly mode: "training" | "inference";
  readonly outputs: OutputsModel;
  readonly step: number;
}

/** The outputs take the colour of the statistics that normalized them. */
const quantityOf = { training: "batch", inference: "moving" } as const;

const rugLength = 60;

/** How one mode's outputs of the chosen step are distributed; both modes share both axes. */
export function OutputsPlot({ mode, outputs, step }: OutputsPlotProps): ReactNode {
  const x = useSymlogAxis({ name: "outputs", domain: outputs.domain, direction: "right" });
  const y = useCountAxis("examples", outputs.tallest);
  const bars = outputs.bins.map((b) => ({ from: b.from, to: b.to, height: b[mode] }));
  const rug = outputs.examples
    .map((example) => x.place(example[mode]))
    .filter(Number.isFinite)
    .map((place) => `M${place.toFixed(1)},${unitSize}v${-rugLength}`)
    .join("");
  const { mean, deviation } = outputs[mode];
  return (
    <Plot
      label={`Outputs of step ${step} in ${mode} mode: mean ${formatNumber(mean)}, standard deviation ${formatNumber(deviation)}.`}
      title={
        <>
          <strong>{mode} mode</strong>, normalized with {mode === "training" ? "batch" : "moving"}{" "}
          statistics
        </>
      }
      x={x}
      y={y}
      size="small"
      {...(mode === "inference" ? { xTitle: "output y (log beyond ±1)" } : { hidesTicks: true })}
    >
      <Bars
        of={quantityOf[mode]}
        d={barsPath(bars, { x: x.place, top: y.place, base: y.place(0) })}
      />
      <Rug of={quantityOf[mode]} d={rug} />
    </Plot>
  );
}
