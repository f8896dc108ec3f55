"use client";

import { useMemo } from "react";
import type { ReactNode } from "react";
import { linearAxis } from "@/components/charts/plot/axis";
import type { Axis } from "@/components/charts/plot/axis";
import { Dots, Highlight, Line } from "@/components/charts/plot/marks";
import { Plot } from "@/components/charts/plot/plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
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
  const x = useMemo(() => {
    const room = reach(spread.scale);
    return linearAxis([1 - room, 1 + room], "right", 4);
  }, [spread.scale]);
  const y = useMemo(() => {
    const room = reach(spread.bias);
    return linearAxis([-room, room], "up", 4);
  }, [spread.bias]);
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
