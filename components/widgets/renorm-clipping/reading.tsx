import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { factorText, termText } from "@/components/charts/format/terms";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";
import panel from "@/components/workbench/panel.module.css";
import type { CorrectionSeries, FigureModel } from "./figure-model";

const number = (value: number): string => formatNumber(value, 5);

function Clipping({
  part,
  series,
  step,
}: {
  readonly part: "r" | "d";
  readonly series: CorrectionSeries;
  readonly step: number;
}): ReactNode {
  const [applied, wanted, lower, upper] = [
    series.applied,
    series.unclipped,
    series.lower,
    series.upper,
  ].map((values) => values[step - 1] ?? NaN) as [number, number, number, number];
  return (
    <FormulaLine name={part}>
      min(max({number(wanted)}, {number(lower)}), {number(upper)}) ={" "}
      <Quantity of="renorm">{number(applied)}</Quantity>
    </FormulaLine>
  );
}

/** The chosen step's correction, and what it makes of the first example. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  const { correction, averages, step, first, outputs, mean, variance, epsilon } = model;
  if (correction === null || averages === null) return null;
  const { r, d } = correction;
  return (
    <section>
      <h2 className={panel["panel-title"]}>Step {step} in numbers</h2>
      <FormulaLine name="the batch against the averages">
        mean <Quantity of="batch">{number(mean)}</Quantity> against{" "}
        <Quantity of="moving">{number(averages.mean)}</Quantity>
        <br />
        deviation <Quantity of="batch">
          {number(Math.sqrt(variance + epsilon))}
        </Quantity> against <Quantity of="moving">{number(averages.deviation)}</Quantity>
      </FormulaLine>
      <Clipping part="r" series={r} step={step} />
      <Clipping part="d" series={d} step={step} />
      <FormulaLine name="first example: x̂ · r + d">
        <Quantity of="batch">{factorText(first)}</Quantity> ·{" "}
        <Quantity of="renorm">{factorText(r.applied[step - 1] ?? NaN)}</Quantity>{" "}
        <Quantity of="renorm">{termText(d.applied[step - 1] ?? NaN)}</Quantity> ={" "}
        <Quantity of="output">{number(outputs.renorm[0] ?? NaN)}</Quantity>
      </FormulaLine>
    </section>
  );
}
