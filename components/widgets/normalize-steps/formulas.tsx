import type { ReactNode } from "react";
import { counted } from "@/components/charts/format/counted";
import { formatNumber } from "@/components/charts/format/number";
import { factorText, termText } from "@/components/charts/format/terms";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";
import type { FigureModel, Stage } from "./figure-model";
import { OfNothing } from "./of-nothing";
import { labelText } from "./words";

export interface StepProps {
  readonly model: FigureModel;
}

const number = (value: number): string => formatNumber(value, 5);

const Q = ({ of, value }: { readonly of: string; readonly value: number }): ReactNode => (
  <Quantity of={of}>{factorText(value)}</Quantity>
);

/** What a formula makes stands alone and needs no brackets. */
const Made = ({ of, value }: { readonly of: string; readonly value: number }): ReactNode => (
  <Quantity of={of}>{number(value)}</Quantity>
);

const usedOf = ({ usesBatch }: FigureModel): string => (usesBatch ? "batch" : "moving");

/** More would fill the column. */
const mostTerms = 6;

const sumOf = (values: readonly number[], write: (value: number) => string): string => {
  const dots = values.length > mostTerms ? " + …" : "";
  return values.slice(0, mostTerms).map(write).join(" + ") + dots;
};

const Inputs = ({ model: { selected, label, isPadding, edit } }: StepProps): ReactNode => (
  <FormulaLine
    name={["input of example " + String(selected.example), labelText(label)]
      .filter((part) => part !== "")
      .join(", ")}
  >
    x = {number(selected.input)}
    {isPadding && ", padding"}
    {!isPadding && edit !== null && ", edited"}
  </FormulaLine>
);

export function Mean({ model }: StepProps): ReactNode {
  const { sharers, selected, usesBatch, ghostBatches } = model;
  if (!usesBatch) {
    return (
      <FormulaLine name="moving mean, as the step found it">
        μ = <Made of="moving" value={selected.mean} />
      </FormulaLine>
    );
  }
  if (sharers.length === 0) return <OfNothing statistic="mean" symbol="μ" value={selected.mean} />;
  const ghost = ghostBatches > 1 ? ` of ghost batch ${selected.ghost}` : "";
  return (
    <FormulaLine name={`mean of the m = ${counted(sharers.length, "input")}${ghost}`}>
      μ = (
      {sumOf(
        sharers.map(({ input }) => input),
        factorText,
      )}
      ) / {sharers.length} = <Made of="batch" value={selected.mean} />
    </FormulaLine>
  );
}

export function Variance({ model }: StepProps): ReactNode {
  const { sharers, selected, usesBatch } = model;
  if (!usesBatch) {
    return (
      <FormulaLine name="moving variance, as the step found it">
        v = <Made of="moving" value={selected.variance} />
      </FormulaLine>
    );
  }
  if (sharers.length === 0) {
    return <OfNothing statistic="variance" symbol="v" value={selected.variance} />;
  }
  const square = (input: number): string => `(${number(input)} − μ)²`;
  return (
    <FormulaLine name="their variance">
      v = (
      {sumOf(
        sharers.map(({ input }) => input),
        square,
      )}
      ) / {sharers.length} = <Made of="batch" value={selected.variance} />
    </FormulaLine>
  );
}

function Normalized({ model }: StepProps): ReactNode {
  const { input, mean, variance, normalized } = model.selected;
  const of = usedOf(model);
  return (
    <FormulaLine name="normalized: x̂ = (x − μ) / √(v + ε)">
      x̂ = ({number(input)} − <Q of={of} value={mean} />) / √(
      <Q of={of} value={variance} /> + {number(model.epsilon)}) = {number(normalized)}
    </FormulaLine>
  );
}

/** The bounds that there are, in words. */
function boundsText(low: number, high: number): string {
  if (low === high && Number.isFinite(high)) return `held at ${number(high)}`;
  if (low > high) return `at least ${number(low)}, then at most ${number(high)}, which wins`;
  const parts = [
    Number.isFinite(low) && low !== 0 ? `at least ${number(low)}` : "",
    Number.isFinite(high) ? `at most ${number(high)}` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "no bounds" : parts.join(", ");
}

/** Ghost batches share one correction. */
const averagedText = ({ ghostBatches }: FigureModel): string =>
  ghostBatches > 1 ? ", averaged over the ghost batches," : "";

export function Ratio({ model }: StepProps): ReactNode {
  const { renorm } = model.selected;
  if (renorm === null) return null;
  const { r, unclipped, bounds, average, batch } = renorm;
  return (
    <FormulaLine
      name={`r: the batch’s deviation${averagedText(model)} against renorm’s own average; ${boundsText(bounds.rmin, bounds.rmax)}`}
    >
      r = √(
      <Q of="batch" value={batch.variance} /> + {number(model.epsilon)}) /{" "}
      <Q of="renorm" value={average.deviation} /> = {number(unclipped.r)}
      <Clipped from={unclipped.r} to={r} />
    </FormulaLine>
  );
}

export function Shift({ model }: StepProps): ReactNode {
  const { renorm } = model.selected;
  if (renorm === null) return null;
  const { d, unclipped, bounds, average, batch } = renorm;
  return (
    <FormulaLine
      name={`d: the batch’s mean${averagedText(model)} against renorm’s own; ${boundsText(-bounds.dmax, bounds.dmax)}`}
    >
      d = (<Q of="batch" value={batch.mean} /> − <Q of="renorm" value={average.mean} />) /{" "}
      <Q of="renorm" value={average.deviation} /> = {number(unclipped.d)}
      <Clipped from={unclipped.d} to={d} />
    </FormulaLine>
  );
}

const Clipped = ({ from, to }: { readonly from: number; readonly to: number }): ReactNode =>
  !Object.is(from, to) && (
    <>
      , clipped to <Made of="renorm" value={to} />
    </>
  );

function Renorm({ model }: StepProps): ReactNode {
  const { renorm, normalized } = model.selected;
  if (renorm === null) return null;
  const { r, d, corrected } = renorm;
  return (
    <>
      <Ratio model={model} />
      <Shift model={model} />
      <FormulaLine name="renorm: u = x̂ · r + d">
        u = {factorText(normalized)} · <Q of="renorm" value={r} />{" "}
        <Quantity of="renorm">{termText(d)}</Quantity> = {number(corrected)}
      </FormulaLine>
    </>
  );
}

function Adjusted({ model: { selected } }: StepProps): ReactNode {
  const { adjustment, renorm, normalized } = selected;
  if (adjustment === null) return null;
  const { scale, bias, adjusted } = adjustment;
  const before = renorm === null ? "x̂" : "u";
  return (
    <FormulaLine name={`adjustment: w = ${before} · a + b`}>
      w = {factorText(renorm?.corrected ?? normalized)} · {number(scale)} {termText(bias)} ={" "}
      {number(adjusted)}
    </FormulaLine>
  );
}

/** What γ multiplies. */
const lastOf = ({ selected: { adjustment, renorm, normalized } }: FigureModel) => {
  if (adjustment !== null) return { symbol: "w", value: adjustment.adjusted };
  return renorm === null
    ? { symbol: "x̂", value: normalized }
    : { symbol: "u", value: renorm.corrected };
};

function Output({ model }: StepProps): ReactNode {
  const { gamma, beta, output } = model.selected;
  const { symbol, value } = lastOf(model);
  return (
    <FormulaLine name={`output: y = γ · ${symbol} + β`}>
      y = {factorText(gamma)} · {factorText(value)} {termText(beta)} ={" "}
      <Made of="output" value={output} />
    </FormulaLine>
  );
}

/** How a stage makes its number, with the numbers filled in. */
export const formulas: Readonly<Record<Stage, (props: StepProps) => ReactNode>> = {
  inputs: Inputs,
  mean: Mean,
  variance: Variance,
  normalized: Normalized,
  renorm: Renorm,
  adjustment: Adjusted,
  output: Output,
};
