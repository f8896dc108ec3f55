"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { Squares, Dots, Highlight, Line } from "@/components/charts/plot/marks";
import { Plot } from "@/components/charts/plot/plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import type { Places } from "@/components/charts/shapes/places";
import { useLinearAxis } from "@/components/charts/plot/use-axis";
import { boxPath } from "./box-path";
import type { CorrectionSeries, FigureModel } from "./figure-model";

export interface PlanePlotProps {
  readonly correction: NonNullable<FigureModel["correction"]>;
  readonly step: number;
}

const held = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(Math.max(value, low), high);

/** Every step as a point (r, d), in the box of the chosen step's bounds. */
export function PlanePlot({ correction, step }: PlanePlotProps): ReactNode {
  const { r, d, clipped } = correction;
  const x = useLinearAxis({ name: "r", domain: r.domain, direction: "right" }, 4);
  const y = useLinearAxis({ name: "d", domain: d.domain, direction: "up" }, 5);
  // Lists are made where they are drawn, so that the marks of all steps stay while only the chosen one moves.
  const pointsOf = (which: "unclipped" | "applied", indices: readonly number[]): Places => ({
    count: indices.length,
    x: (i) => x.place(held(r[which][indices[i] ?? -1] ?? NaN, r.domain)),
    y: (i) => y.place(held(d[which][indices[i] ?? -1] ?? NaN, d.domain)),
  });
  const at = step - 1;
  const boundsOf = ({ lower, upper }: CorrectionSeries): readonly [number, number] => [
    lower[at] ?? NaN,
    upper[at] ?? NaN,
  ];
  const box = boxPath({ r: boundsOf(r), d: boundsOf(d) }, x, y);
  const point = (which: "unclipped" | "applied"): Places => ({
    count: 1,
    x: () => x.place(held(r[which][at] ?? NaN, r.domain)),
    y: () => y.place(held(d[which][at] ?? NaN, d.domain)),
  });
  const way = linePath({
    count: 2,
    x: (i) => point(i === 0 ? "unclipped" : "applied").x(0),
    y: (i) => point(i === 0 ? "unclipped" : "applied").y(0),
  });
  return (
    <Plot
      label={`The plane of r and d with a point for each step. Step ${step} lies at r ${formatNumber(r.unclipped[at] ?? NaN)}, d ${formatNumber(d.unclipped[at] ?? NaN)} and is applied at r ${formatNumber(r.applied[at] ?? NaN)}, d ${formatNumber(d.applied[at] ?? NaN)}.`}
      title={
        <>
          <strong>r and d</strong> of every step; the box is that of step {step}
        </>
      }
      x={x}
      y={y}
      size="large"
      xTitle="r (across), d (up)"
    >
      <Dots of="population" d={dotsPath(pointsOf("unclipped", [...r.applied.keys()]))} />
      <Line of="population" d={box} />
      <Squares
        of="batch"
        places={pointsOf(
          "applied",
          clipped.map((at) => at - 1),
        )}
      />
      <Line of="renorm" d={way} />
      <Highlight of="renorm" d={dotsPath(point("applied"))} />
    </Plot>
  );
}
