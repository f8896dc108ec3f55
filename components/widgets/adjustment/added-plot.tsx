"use client";

import { useMemo } from "react";
import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { linearAxis } from "@/components/charts/plot/axis";
import { Dots, Highlight, Line } from "@/components/charts/plot/marks";
import { Plot } from "@/components/charts/plot/plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import type { FigureModel } from "./figure-model";

/** What the adjustment adds to each example's output: a line where it is per feature, a scatter where per example. */
export function AddedPlot({ model }: { readonly model: FigureModel }): ReactNode {
  const { batch, chosen, example, examples, outputDomain, addedDomain } = model;
  const [low, high] = outputDomain;
  const [least, most] = addedDomain;
  const x = useMemo(() => linearAxis([low, high], "right", 5), [low, high]);
  const y = useMemo(() => linearAxis([least, most], "up", 5), [least, most]);
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
        d={linePath({ count: 2, x: (i) => x.place(i === 0 ? low : high), y: () => y.place(0) })}
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
