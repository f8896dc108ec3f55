import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { factorText, termText } from "@/components/charts/format/terms";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel } from "./figure-model";

const number = (value: number): string => formatNumber(value, 5);

/** The first example's way, with its numbers filled in. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  const of = model.usesBatch ? "batch" : "moving";
  const { input, normalized, output } = model.stages;
  const [x, z, y] = [input, normalized, output].map(({ values }) => values[0] ?? NaN) as [
    number,
    number,
    number,
  ];
  return (
    <section>
      <h2 className={panel["panel-title"]}>The first example in numbers</h2>
      <FormulaLine name="normalized x̂">
        ({number(x)} {model.mean < 0 ? "+" : "−"}{" "}
        <Quantity of={of}>{number(Math.abs(model.mean))}</Quantity>) / √(
        <Quantity of={of}>{number(model.variance)}</Quantity> + {formatNumber(model.epsilon)}) ={" "}
        <Quantity of={of}>{number(z)}</Quantity>
      </FormulaLine>
      <FormulaLine name="output y">
        {model.scale && `${factorText(model.gamma)} · `}
        <Quantity of={of}>{model.scale ? factorText(z) : number(z)}</Quantity>
        {model.center && ` ${termText(model.beta)}`} = <Quantity of="output">{number(y)}</Quantity>
      </FormulaLine>
    </section>
  );
}
