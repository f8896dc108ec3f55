"use client";

import { memo } from "react";
import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { unitSize } from "@/components/charts/plot/axis";
import { Bars, Line, Rug, VerticalRule } from "@/components/charts/plot/marks";
import type { Quantity } from "@/components/charts/plot/marks";
import { Plot } from "@/components/charts/plot/plot";
import { barsPath, linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis, useCountAxis } from "@/components/charts/plot/use-axis";
import type { FigureModel, StartModel } from "./figure-model";
import { distributionText } from "./start-sentences";

const rugLength = 60;

const spoken = ({ start, symbol, channelName }: StartPlotProps): string => {
  const { isFixed, first, drawn, layers, mean, deviation, distribution } = start;
  const own = `${symbol} of ${channelName} starts at ${formatNumber(first)}`;
  if (isFixed) return `First values: ${own}, with every seed.`;
  const from = distribution === null ? "" : ` from ${distributionText(distribution)}`;
  return `First values: ${drawn.length} numbers of ${layers} seeds${from}, mean ${formatNumber(mean, 3)}, deviation ${formatNumber(deviation, 3)}. In this run ${own}.`;
};

export interface StartPlotProps extends Pick<FigureModel, "symbol" | "channelName"> {
  readonly start: StartModel;
  readonly of: Quantity;
}

/**
 * The first values of many seeds against what they are drawn from, and those of this run. Memoized by hand: it stands in
 * a condition beside what depends on the whole model, and what is in a condition is compiled as one.
 */
export const StartPlot = memo(function StartPlot(props: StartPlotProps): ReactNode {
  const { start, of, channelName } = props;
  const { bins, expected, own, first, domain, tallest, isFixed, layers } = start;
  const x = useLinearAxis({ name: "first values", domain, direction: "right" }, 5);
  const y = useCountAxis("layers", tallest, 4);
  const rug = Array.from(own, (value) => `M${x.place(value).toFixed(1)},${unitSize}v${-rugLength}`);
  const places = { x: x.place, top: y.place, base: y.place(0) };
  return (
    <Plot
      label={spoken(props)}
      title={
        <>
          <strong>first values</strong> {isFixed ? "with every seed" : `of ${layers} seeds`}
        </>
      }
      x={x}
      y={y}
      size="large"
      xTitle={`first value (upright line: ${channelName})`}
    >
      <Bars of="population" d={barsPath(bins, places)} />
      <Line
        of="population"
        d={linePath({
          count: expected.length,
          x: (i) => x.place(expected[i]?.x ?? NaN),
          y: (i) => y.place(expected[i]?.height ?? NaN),
        })}
      />
      <Rug of={of} d={rug.join("")} />
      {Number.isFinite(first) && <VerticalRule x={x.place(first)} />}
    </Plot>
  );
});
