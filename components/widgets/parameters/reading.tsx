import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";
import panel from "@/components/workbench/panel.module.css";
import type { ChosenStep, FigureModel } from "./figure-model";

const number = (value: number): string => formatNumber(value, 5);

/** A number that is added, with its sign in front. */
const added = (value: number): string => (value < 0 ? `− ${number(-value)}` : `+ ${number(value)}`);

const taken = (value: number): string => added(-value);

interface StepProps {
  readonly model: FigureModel;
  readonly before: number;
  readonly after: number;
  readonly update: NonNullable<ChosenStep["update"]>;
}

function Gradient({ update }: StepProps): ReactNode {
  const { lossGradient, penaltyGradient, gradient } = update;
  return (
    <FormulaLine
      name={penaltyGradient === null ? "gradient of the loss" : "gradient: loss + penalty"}
    >
      <Quantity of="loss">{number(lossGradient)}</Quantity>
      {penaltyGradient !== null && (
        <>
          {" "}
          <Quantity of="penalty">{added(penaltyGradient)}</Quantity> ={" "}
          <Quantity of="output">{number(gradient)}</Quantity>
        </>
      )}
    </FormulaLine>
  );
}

function Proposal({ model, before, update }: StepProps): ReactNode {
  const { optimizer, learningRate } = model;
  const { gradient, proposed } = update;
  return (
    <FormulaLine
      name={optimizer === "sgd" ? "SGD: value − learning rate · gradient" : "value − Adam’s step"}
    >
      {number(before)}{" "}
      {optimizer === "sgd" ? (
        <>
          − {formatNumber(learningRate, 6)} ·{" "}
          {gradient < 0 ? `(${number(gradient)})` : number(gradient)}
        </>
      ) : (
        taken(before - proposed)
      )}{" "}
      = <Quantity of="population">{number(proposed)}</Quantity>
    </FormulaLine>
  );
}

function Projection({ model, update }: StepProps): ReactNode {
  const { words, channelCount } = model;
  const { proposed, projected, proposedNorm, projectedNorm } = update;
  if (words.constraint === null) return null;
  const isNorm = words.constraint.includes("norm");
  return (
    <>
      {isNorm && (
        <FormulaLine name={`norm of all ${channelCount}, before and after`}>
          {number(proposedNorm)} to {number(projectedNorm)}
        </FormulaLine>
      )}
      <FormulaLine name={words.constraint}>
        <Quantity of="population">{number(proposed)}</Quantity>
        {isNorm && proposedNorm > 0 && ` · ${number(projectedNorm / proposedNorm)}`} to{" "}
        <Quantity of="output">{number(projected)}</Quantity>
      </FormulaLine>
    </>
  );
}

/** The chosen step's numbers, from the gradient to the value that it leaves. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  const { chosen, step, symbol } = model;
  if (chosen === null) return null;
  const { before, after, update } = chosen;
  return (
    <section>
      <h2 className={panel["panel-title"]}>Step {step} in numbers</h2>
      {update !== null && (
        <>
          <Gradient {...{ model, before, after, update }} />
          <Proposal {...{ model, before, after, update }} />
          <Projection {...{ model, before, after, update }} />
        </>
      )}
      <FormulaLine name={`${symbol}, before and after the step`}>
        {number(before)} to{" "}
        <Quantity of={model.stillness === "statistic" ? "moving" : "output"}>
          {number(after)}
        </Quantity>
      </FormulaLine>
    </section>
  );
}
