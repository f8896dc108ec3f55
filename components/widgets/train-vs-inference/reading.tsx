import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { factorText, termText } from "@/components/charts/format/terms";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";
import panel from "@/components/workbench/panel.module.css";
import type { CompanyModel, FigureModel, InTraining } from "./figure-model";

const number = (value: number): string => formatNumber(value, 5);

const Q = ({ of, value }: { readonly of: string; readonly value: number }): ReactNode => (
  <Quantity of={of}>{number(value)}</Quantity>
);

interface NormalizedProps {
  readonly model: FigureModel;
  readonly statistics: { readonly mean: number; readonly variance: number };
  readonly renorm?: InTraining["renorm"];
  readonly of: "batch" | "moving";
  readonly output: number;
}

/** γ · (x̂·r + d) + β with its numbers; what would change nothing is left out. */
function Normalized({ model, statistics, renorm, of, output }: NormalizedProps): ReactNode {
  const { gamma, beta, input, epsilon } = model;
  const mean = statistics.mean;
  const normalized = (
    <>
      ({number(input)} {mean < 0 ? "+" : "−"} <Q of={of} value={Math.abs(mean)} />) / √(
      <Q of={of} value={statistics.variance} /> + {formatNumber(epsilon)})
    </>
  );
  return (
    <>
      {gamma !== 1 && `${factorText(gamma)} · `}
      {renorm ? (
        <>
          {gamma !== 1 && "("}
          {normalized} · <Q of="renorm" value={renorm.r} />{" "}
          <Quantity of="renorm">{termText(renorm.d)}</Quantity>
          {gamma !== 1 && ")"}
        </>
      ) : (
        normalized
      )}
      {beta !== 0 && ` ${termText(beta)}`} = <Q of={of} value={output} />
    </>
  );
}

function InCompany({
  model,
  company: { name, training },
}: {
  readonly model: FigureModel;
  readonly company: CompanyModel;
}): ReactNode {
  if (training === null) return <FormulaLine name={name}>refused</FormulaLine>;
  return (
    <FormulaLine name={name}>
      <Normalized
        model={model}
        statistics={training}
        renorm={training.renorm}
        of={model.usesBatch ? "batch" : "moving"}
        output={training.output}
      />
    </FormulaLine>
  );
}

/** The example's outputs in their own numbers. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  return (
    <section>
      <h2 className={panel["panel-title"]}>The example in numbers</h2>
      <FormulaLine name="inference mode, in every company">
        <Normalized model={model} statistics={model.moving} of="moving" output={model.inference} />
      </FormulaLine>
      {model.companies.map((company) => (
        <InCompany key={company.kind} model={model} company={company} />
      ))}
    </section>
  );
}
