"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { lineGap } from "@/components/charts/plot/axis";
import { Dots, Line } from "@/components/charts/plot/marks";
import { StepPlot } from "@/components/charts/plot/step-plot";
import { dotsPath, linePath } from "@/components/charts/shapes/paths";
import { useSymlogAxis } from "@/components/charts/plot/use-axis";
import { freezeRule } from "./freeze-rule";
import type { PlotOfRunProps } from "./statistic-plot";

/** Mean or deviation of the outputs of every step's batch: training mode as dots, inference mode as a line. */
export function OutputPlot({
  which,
  model,
  onScrub,
}: PlotOfRunProps & { readonly which: "mean" | "deviation" }): ReactNode {
  const { training, inference, frozenFrom, outputDomains, steps, step } = model;
  const domain = outputDomains[which];
  const y = useSymlogAxis({ name: `${which} of outputs`, domain, direction: "up" }, lineGap);
  const [trained, inferred] = [training[which], inference[which]];
  const [now, then] = [trained[step - 1] ?? NaN, inferred[step - 1] ?? NaN];
  return (
    <StepPlot
      label={`${which === "mean" ? "Mean" : "Deviation"} of each batch’s outputs over ${steps} steps. At step ${step}: training mode ${formatNumber(now)}, inference mode ${formatNumber(then)}.`}
      title={
        <>
          <strong>{which}</strong> of the outputs (log beyond ±1)
        </>
      }
      steps={steps}
      step={step}
      y={y}
      size="large"
      isLast
      highlights={[
        { of: "moving", value: then },
        { of: "batch", value: now },
      ]}
      marks={(at) => (
        <>
          {freezeRule(at, frozenFrom)}
          <Line of="moving" d={linePath(at(inferred, 1))} />
          <Dots of="batch" d={dotsPath(at(trained, 1))} />
        </>
      )}
      onScrub={onScrub}
    />
  );
}
