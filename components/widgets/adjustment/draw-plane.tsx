"use client";

import type { ReactNode } from "react";
import type { Axis } from "@/components/charts/plot/axis";
import { Dots, Highlight, Line } from "@/components/charts/plot/marks";
import { Plot } from "@/components/charts/plot/plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import { reach } from "./draw-axis";
import type { DrawsModel } from "./figure-model";
import { planeSentence, pointsText } from "./sentences";

export interface DrawPlaneProps {
  readonly draws: DrawsModel;
  readonly step: number;
}

/** The rectangle from which scale and bias are drawn. */
function boxPath({ spread: { scale, bias } }: DrawsModel, x: Axis, y: Axis): string {
  const corners = [
    [1 - scale, -bias],
    [1 + scale, -bias],
    [1 + scale, bias],
    [1 - scale, bias],
    [1 - scale, -bias],
  ] as const;
  return linePath({
    count: corners.length,
    x: (i) => x.place(corners[i]?.[0] ?? NaN),
    y: (i) => y.place(corners[i]?.[1] ?? NaN),
  });
}

/** Every feature or example of the step as a point (scale, bias), in the box of the spreads. */
export function DrawPlane({ draws, step }: DrawPlaneProps): ReactNode {
  const { per, scales, biases, followed, spread } = draws;
  const [ofScale, ofBias] = [reach(spread.scale), reach(spread.bias)];
  const x = useLinearAxis(
    { name: "scale", domain: [1 - ofScale, 1 + ofScale], direction: "right" },
    4,
  );
  const y = useLinearAxis({ name: "bias", domain: [-ofBias, ofBias], direction: "up" }, 4);
  const [scale, bias] = [scales[followed] ?? NaN, biases[followed] ?? NaN];
  return (
    <Plot
      label={planeSentence(draws, step)}
      title={
        <>
          <strong>one point per {per}</strong>
          {pointsText(draws)}
        </>
      }
      x={x}
      y={y}
      size="large"
      xTitle="scale (across), bias (up)"
    >
      <Line of="population" d={boxPath(draws, x, y)} />
      <Dots
        of="batch"
        d={dotsPath({
          count: scales.length,
          x: (i) => x.place(scales[i] ?? NaN),
          y: (i) => y.place(biases[i] ?? NaN),
        })}
      />
      <Highlight
        of="output"
        d={dotsPath({ count: 1, x: () => x.place(scale), y: () => y.place(bias) })}
      />
    </Plot>
  );
}
