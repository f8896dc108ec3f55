import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel, VarianceModel } from "./figure-model";

const number = (value: number): string => formatNumber(value, 5);

interface UpdateProps {
  readonly name: string;
  readonly momentum: number;
  readonly history: Float64Array;
  readonly step: number;
  readonly biased: number;
  /** As it is written; null where there is no factor. */
  readonly factor: string | null;
}

/** One step of a moving variance with its numbers filled in. */
const Update = ({ name, momentum, history, step, biased, factor }: UpdateProps): ReactNode => (
  <FormulaLine name={name}>
    V = {number(momentum)} · <Quantity of="moving">{number(history[step - 1] ?? NaN)}</Quantity> +{" "}
    {number(1 - momentum)} · <Quantity of="batch">{number(biased)}</Quantity>
    {factor === null ? "" : ` · ${factor}`} ={" "}
    <Quantity of="moving">{number(history[step] ?? NaN)}</Quantity>
  </FormulaLine>
);

function Updates({
  model,
  variance,
}: {
  readonly model: FigureModel;
  readonly variance: VarianceModel;
}): ReactNode {
  const { step, channelName, experiment } = model;
  const { elements, biased } = variance;
  const shared = { momentum: experiment.momentum, step, biased };
  return (
    <section>
      <h2 className={panel["panel-title"]}>
        Step {step} of {channelName}
      </h2>
      <Update
        name="not fused: ρ · V + (1 − ρ) · v"
        history={variance.unfused}
        factor={null}
        {...shared}
      />
      <Update
        name="fused: ρ · V + (1 − ρ) · v · m/(m − 1)"
        history={variance.fused}
        factor={elements === 1 ? "1" : `${elements}/${elements - 1}`}
        {...shared}
      />
      <p>
        The batch itself is normalized with the same v on either path, so that the outputs in
        training mode agree; what inference mode divides by does not.
      </p>
    </section>
  );
}

/** One step's numbers. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  return model.variance !== null && <Updates model={model} variance={model.variance} />;
}
