"use client";

import { useMemo } from "react";
import type { PointerEvent, ReactNode } from "react";
import { dotsPath } from "../shapes/paths";
import type { Places } from "../shapes/places";
import { linearAxis } from "./axis";
import type { Axis } from "./axis";
import { Highlight, VerticalRule } from "./marks";
import type { Quantity } from "./marks";
import { Plot } from "./plot";

/** Where the numbers of a run stand: the i-th at step `firstStep + i`. */
export type PlacesOf = (values: Float64Array, firstStep: number) => Places;

export interface StepPlotProps {
  readonly label: string;
  readonly title: ReactNode;
  readonly steps: number;
  readonly step: number;
  readonly y: Axis;
  readonly size: "large" | "small";
  /** Whether it is the last of those that share the axis of steps. */
  readonly isLast: boolean;
  /** The chosen step's numbers. */
  readonly highlights: readonly { readonly of: Quantity; readonly value: number }[];
  /** The marks that stay while the chosen step moves: it reads nothing that moves with it. */
  readonly marks: (at: PlacesOf) => ReactNode;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

function Backdrop({
  marks,
  x,
  y,
}: Pick<StepPlotProps, "marks" | "y"> & { readonly x: Axis }): ReactNode {
  return marks((values, firstStep) => ({
    count: values.length,
    x: (i) => x.place(i + firstStep),
    y: (i) => y.place(values[i] ?? NaN),
  }));
}

/** Numbers over the steps of a run, with the chosen step, which the pointer moves. */
export function StepPlot(props: StepPlotProps): ReactNode {
  const { steps, step, y, onScrub } = props;
  // Thousands are written wider, and fewer of them have room beside each other.
  const tickCount = steps < 1000 ? 6 : 4;
  // By hand, because `x.place(step)` could change an axis for all that the compiler knows, and would make it anew.
  const x = useMemo(() => linearAxis([0, steps], "right", tickCount), [steps, tickCount]);
  const point = (value: number): string =>
    dotsPath({ count: 1, x: () => x.place(step), y: () => y.place(value) });

  const scrub = (event: PointerEvent<SVGSVGElement>, isContinued: boolean): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const pointed = Math.round(((event.clientX - left) / width) * steps);
    onScrub?.(Math.min(Math.max(pointed, 1), steps), isContinued);
  };

  return (
    <Plot
      label={props.label}
      title={props.title}
      x={x}
      y={y}
      size={props.size}
      {...(props.isLast ? { xTitle: "training step" } : { hidesTicks: true })}
      {...(onScrub !== undefined && {
        onPointerDown: (event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          scrub(event, false);
        },
        onPointerMove: (event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event, true);
        },
      })}
    >
      <Backdrop marks={props.marks} x={x} y={y} />
      <VerticalRule x={x.place(step)} />
      {props.highlights.map(({ of, value }) => (
        <Highlight key={of} of={of} d={point(value)} />
      ))}
    </Plot>
  );
}
