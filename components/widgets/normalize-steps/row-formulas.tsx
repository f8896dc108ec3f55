import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";
import type { FigureModel, ParameterNumbers } from "./figure-model";
import { Mean, Ratio, Shift, Variance } from "./formulas";
import type { StepProps } from "./formulas";

const number = (value: number): string => formatNumber(value, 5);

interface ParameterProps {
  readonly symbol: "γ" | "β";
  readonly argument: "scale" | "center";
  readonly initializer: "gamma_initializer" | "beta_initializer";
  readonly of: ParameterNumbers;
  readonly model: FigureModel;
}

/** Where the value of a parameter comes from. */
function sourceText({ argument, initializer, of, model: { step } }: ParameterProps): string {
  if (!of.isThere) return `the layer has none, because ${argument} is false`;
  const isMoved = !Object.is(of.start, of.found) || !Object.is(of.found, of.left);
  if (!isMoved) return `its initial value, from ${initializer}; nothing has moved it`;
  if (step === 1) return `its initial value, from ${initializer}`;
  return `learned in ${step - 1} optimizer ${step === 2 ? "step" : "steps"}, from ${number(of.start)}`;
}

const Parameter = (props: ParameterProps): ReactNode => {
  const { symbol, of, model } = props;
  return (
    <FormulaLine name={`${symbol} of ${model.channelName}: ${sourceText(props)}`}>
      {symbol} = <Quantity of="output">{number(of.found)}</Quantity>
      {!Object.is(of.found, of.left) && `; step ${model.step} makes it ${number(of.left)}`}
    </FormulaLine>
  );
};

const Gamma = ({ model }: StepProps): ReactNode => (
  <Parameter
    symbol="γ"
    argument="scale"
    initializer="gamma_initializer"
    of={model.gamma}
    model={model}
  />
);

const Beta = ({ model }: StepProps): ReactNode => (
  <Parameter
    symbol="β"
    argument="center"
    initializer="beta_initializer"
    of={model.beta}
    model={model}
  />
);

const drawnText = (what: string, { channelName, example, step }: FigureModel): string =>
  `${what} of ${channelName} in example ${example}: drawn at random in step ${step}`;

const DrawnScale = ({ model }: StepProps): ReactNode => (
  <FormulaLine name={drawnText("scale a", model)}>
    a = {number(model.selected.adjustment?.scale ?? NaN)}
  </FormulaLine>
);

const DrawnBias = ({ model }: StepProps): ReactNode => (
  <FormulaLine name={drawnText("bias b", model)}>
    b = {number(model.selected.adjustment?.bias ?? NaN)}
  </FormulaLine>
);

/** How the number of a row below the examples came about, by what the row is of. */
export const rowFormulas: Readonly<Record<string, (props: StepProps) => ReactNode>> = {
  mean: Mean,
  variance: Variance,
  r: Ratio,
  d: Shift,
  a: DrawnScale,
  b: DrawnBias,
  gamma: Gamma,
  beta: Beta,
};
