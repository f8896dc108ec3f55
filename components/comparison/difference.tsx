"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { linearAxis } from "@/components/charts/plot/axis";
import { finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { linePath } from "@/components/charts/shapes/paths";
import panel from "@/components/workbench/panel.module.css";
import type { ComparedCourse, ComparedSeries, Comparison } from "./comparison";

export interface DifferenceProps {
  readonly comparison: Comparison;
  readonly onScrub?: ((step: number, isContinued: boolean) => void) | undefined;
}

/** How far the second is from the first in each quantity, over the steps. */
export function Difference({ comparison, onScrub }: DifferenceProps): ReactNode {
  const { course, subject } = comparison;
  if (course === null) return null;
  const { series, steps, step } = course;
  return (
    <div>
      <h2 className={panel["panel-title"]} data-export>
        Difference in <code>{subject}</code>
      </h2>
      <p className={panel["panel-note"]} data-export>
        The second’s number less the first’s.
      </p>
      {series.map((each, i) => (
        <DifferencePlot
          key={each.name}
          series={each}
          subject={subject}
          steps={steps}
          step={step}
          isLast={i === series.length - 1}
          onScrub={onScrub}
        />
      ))}
    </div>
  );
}

interface DifferencePlotProps
  extends
    Pick<Comparison, "subject">,
    Pick<ComparedCourse, "steps" | "step">,
    Pick<DifferenceProps, "onScrub"> {
  readonly series: ComparedSeries;
  readonly isLast: boolean;
}

function DifferencePlot({
  series: { name, difference },
  subject,
  steps,
  step,
  isLast,
  onScrub,
}: DifferencePlotProps): ReactNode {
  const y = linearAxis(roundedDomain(finiteExtent(difference, [0])), "up", 3);
  const zero = new Float64Array(steps + 1);
  const value = difference[step] ?? NaN;
  return (
    <StepPlot
      label={`Difference of the ${name} of ${subject} over ${steps} steps, second less first. After step ${step}: ${formatNumber(value)}.`}
      title={<strong>{name}</strong>}
      steps={steps}
      step={step}
      y={y}
      size="small"
      isLast={isLast}
      highlights={[{ of: "moving", value }]}
      marks={(at) => (
        <>
          <Line of="population" d={linePath(at(zero, 0))} />
          <Line of="moving" d={linePath(at(difference, 0))} />
        </>
      )}
      onScrub={onScrub}
    />
  );
}
