"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { unitSize } from "@/components/charts/plot/axis";
import type { Axis } from "@/components/charts/plot/axis";
import { Dots } from "@/components/charts/plot/marks";
import type { Quantity } from "@/components/charts/plot/marks";
import { Plot } from "@/components/charts/plot/plot";
import { dotsPath } from "@/components/charts/shapes/paths";
import { useSymlogAxis } from "@/components/charts/plot/use-axis";
import type { ExampleOutputs, FigureModel } from "./figure-model";

const rows: readonly {
  readonly of: Quantity;
  readonly mode: keyof ExampleOutputs;
  readonly text: string;
}[] = [
  { of: "batch", mode: "plain", text: "plain" },
  { of: "renorm", mode: "renorm", text: "renorm" },
  { of: "moving", mode: "inference", text: "infer." },
];

const heightOf = (row: number): number => ((row + 0.5) / rows.length) * unitSize;

/** An axis of names. */
const names: Axis = {
  domain: [0, rows.length],
  place: heightOf,
  ticks: rows.map(({ text }, row) => ({ percent: (heightOf(row) / unitSize) * 100, text })),
};

/** The batch of the chosen step as plain Batch Normalization, renorm and inference mode put it out. */
export function OutputRows({ model }: { readonly model: FigureModel }): ReactNode {
  const { outputs, step } = model;
  const { outputDomain } = model;
  const x = useSymlogAxis({ name: "outputs", domain: outputDomain, direction: "right" });
  const spoken = rows.map(
    ({ mode, text }) =>
      `${text} ${outputs[mode]
        .slice(0, 8)
        .map((y) => formatNumber(y, 3))
        .join(", ")}`,
  );
  return (
    <Plot
      label={`Outputs of step ${step}: ${spoken.join("; ")}.`}
      title={
        <>
          <strong>outputs</strong> of step {step}, normalized in three ways
        </>
      }
      x={x}
      y={names}
      size="small"
      xTitle="output y (log beyond ±1)"
    >
      {rows.map(({ of, mode }, row) => (
        <Dots
          key={mode}
          of={of}
          d={dotsPath({
            count: outputs[mode].length,
            x: (i) => x.place(outputs[mode][i] ?? NaN),
            y: () => heightOf(row),
          })}
        />
      ))}
    </Plot>
  );
}
