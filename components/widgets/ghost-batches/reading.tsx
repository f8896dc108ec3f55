import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel } from "./figure-model";

const Q = ({ of, value }: { readonly of: string; readonly value: number }): ReactNode => (
  <Quantity of={of}>{formatNumber(value, 5)}</Quantity>
);

/** What training mode makes of the first example: it is normalized with its own ghost batch. */
function First({ model }: { readonly model: FigureModel }): ReactNode {
  const [example] = model.examples;
  const [ghost] = model.ghosts;
  if (example === undefined || ghost === undefined) return null;
  return (
    <FormulaLine name="first output, training: with ghost batch 0">
      ({formatNumber(example.input, 5)} − <Q of="batch" value={ghost.mean} />) / √(
      <Q of="batch" value={ghost.variance} /> + {formatNumber(model.epsilon)}) ={" "}
      <Q of="batch" value={example.training} />
    </FormulaLine>
  );
}

/** The chosen step in its own numbers. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  const { chosen, momentum, variance, step, keptShare, padding, isMasked } = model;
  return (
    <section>
      <h2 className={panel["panel-title"]}>Step {step} in numbers</h2>
      <FormulaLine name="moving variance">
        {formatNumber(momentum, 6)} · <Q of="moving" value={variance.moving[step - 1] ?? NaN} /> +{" "}
        {formatNumber(1 - momentum, 6)} · <Q of="batch" value={chosen.batch} /> ={" "}
        <Q of="moving" value={chosen.moving} />
      </FormulaLine>
      {(padding === 0 || isMasked) && (
        <FormulaLine name="expected variance">
          <Q of="population" value={chosen.population} /> · {formatNumber(keptShare, 4)} ={" "}
          <Q of="moving" value={chosen.expected} />
        </FormulaLine>
      )}
      <First model={model} />
    </section>
  );
}
