import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { factorText, termText } from "@/components/charts/format/terms";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel } from "./figure-model";

const number = (value: number): string => formatNumber(value, 5);

const Q = ({ of, value }: { readonly of: string; readonly value: number }): ReactNode => (
  <Quantity of={of}>{number(value)}</Quantity>
);

interface NormalizedProps {
  readonly model: FigureModel;
  readonly of: "batch" | "moving";
  readonly statistics: { readonly mean: number; readonly variance: number };
}

const Normalized = ({ model, of, statistics: { mean, variance } }: NormalizedProps): ReactNode => (
  <>
    ({number(model.chosen.input)} {mean < 0 ? "+" : "−"} <Q of={of} value={Math.abs(mean)} />) / √(
    <Q of={of} value={variance} /> + {formatNumber(model.epsilon)})
  </>
);

/** x̂·r + d where renorm corrects, and x̂ where it does not. */
const Corrected = ({ model }: { readonly model: FigureModel }): ReactNode => {
  const { renorm, chosen } = model;
  const normalized = <Quantity of="batch">{factorText(chosen.normalized)}</Quantity>;
  if (renorm === null) return normalized;
  return (
    <>
      ({normalized} · <Q of="renorm" value={renorm.r} />{" "}
      <Quantity of="renorm">{termText(renorm.d)}</Quantity>)
    </>
  );
};

const Outer = ({
  model: { gamma, beta },
  children,
}: {
  readonly model: FigureModel;
  readonly children: ReactNode;
}): ReactNode => (
  <>
    {factorText(gamma)} · {children} {termText(beta)}
  </>
);

/** The chosen example from input to output, with the adjustment between x̂ and γ, β. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  const { chosen, example, draws, renorm } = model;
  const corrected = renorm === null ? "x̂" : "(x̂ · r + d)";
  return (
    <section>
      <h2 className={panel["panel-title"]}>Example {example} in numbers</h2>
      <FormulaLine name="x̂">
        <Normalized model={model} of="batch" statistics={model} /> ={" "}
        <Q of="batch" value={chosen.normalized} />
      </FormulaLine>
      {draws !== null && (
        <FormulaLine name={`training: γ · (${corrected} · a + b) + β`}>
          <Outer model={model}>
            (<Corrected model={model} /> · <Q of="output" value={chosen.scale} />{" "}
            <Quantity of="output">{termText(chosen.bias)}</Quantity>)
          </Outer>{" "}
          = <Q of="batch" value={chosen.adjusted} />
        </FormulaLine>
      )}
      <FormulaLine name={`training without it: γ · ${corrected} + β`}>
        <Outer model={model}>
          <Corrected model={model} />
        </Outer>{" "}
        = <Q of="batch" value={chosen.unadjusted} />
      </FormulaLine>
      <FormulaLine name="inference: never adjusted">
        <Outer model={model}>
          <Normalized model={model} of="moving" statistics={model.moving} />
        </Outer>{" "}
        = <Q of="moving" value={chosen.inference} />
      </FormulaLine>
    </section>
  );
}
