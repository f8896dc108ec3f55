"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { Dots, Highlight, Line } from "@/components/charts/plot/marks";
import { unitSize } from "@/components/charts/plot/axis";
import { Plot } from "@/components/charts/plot/plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import type { FigureModel } from "./figure-model";

/** What the adjustment adds to each example's output: a line where it is per feature, a scatter where per example. */
export function AddedPlot({ model }: { readonly model: FigureModel }): ReactNode {
  const { batch, chosen, example, examples, outputDomain, addedDomain } = model;
  const x = useLinearAxis({ name: "outputs", domain: outputDomain, direction: "right" }, 5);
  const y = useLinearAxis({ name: "added", domain: addedDomain, direction: "up" }, 5);
  const added = chosen.adjusted - chosen.unadjusted;
  return (
    <Plot
      label={`What the adjustment adds to the outputs of ${examples} examples. Example ${example}: ${formatNumber(added)} added to ${formatNumber(chosen.unadjusted)}.`}
      title={
        <>
          <strong>what the adjustment adds</strong> to each output
        </>
      }
      x={x}
      y={y}
      size="large"
      xTitle="training output without it"
    >
      <Line
        of="population"
        d={linePath({ count: 2, x: (i) => i * unitSize, y: () => y.place(0) })}
      />
      <Dots
        of="batch"
        d={dotsPath({
          count: batch.length,
          x: (i) => x.place(batch[i]?.unadjusted ?? NaN),
          y: (i) => y.place((batch[i]?.adjusted ?? NaN) - (batch[i]?.unadjusted ?? NaN)),
        })}
      />
      <Highlight
        of="output"
        d={dotsPath({ count: 1, x: () => x.place(chosen.unadjusted), y: () => y.place(added) })}
      />
    </Plot>
  );
}
