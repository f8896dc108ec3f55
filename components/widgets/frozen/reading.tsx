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

/** The moving mean of the step: an average, or the same number again. */
function MovingMean({ model }: { readonly model: FigureModel }): ReactNode {
  const { momentum, chosen } = model;
  const { found, left, batchMean } = chosen;
  if (Object.is(found, left)) {
    return (
      <FormulaLine name="moving mean, as the step found it">
        <Q of="moving" value={left} />
      </FormulaLine>
    );
  }
  // Renorm of the older kind feeds the moving mean with an average of its own.
  const isPlain =
    Math.abs(momentum * found + (1 - momentum) * batchMean - left) <
    1e-4 * Math.max(Math.abs(left), 1);
  return (
    <FormulaLine name="moving mean">
      {isPlain ? (
        <>
          {formatNumber(momentum, 6)} · <Q of="moving" value={found} /> +{" "}
          {formatNumber(1 - momentum, 6)} · <Q of="batch" value={batchMean} /> ={" "}
        </>
      ) : (
        <>
          from <Q of="moving" value={found} /> to{" "}
        </>
      )}
      <Q of="moving" value={left} />
    </FormulaLine>
  );
}

/** The first example's output, with the statistics that the call used. */
function FirstOutput({ model }: { readonly model: FigureModel }): ReactNode {
  const { chosen, epsilon } = model;
  const { usesBatch, renorm, mean, variance, gamma, beta } = chosen;
  const of = usesBatch ? "batch" : "moving";
  const normalized = (
    <>
      ({number(chosen.input)} {mean < 0 ? "+" : "−"} <Q of={of} value={Math.abs(mean)} />) / √(
      <Q of={of} value={variance} /> + {formatNumber(epsilon)})
    </>
  );
  return (
    <FormulaLine
      name={`first output, training: with ${usesBatch ? "the batch’s" : "the moving"} statistics`}
    >
      {gamma !== 1 && `${factorText(gamma)} · `}
      {renorm === null ? (
        normalized
      ) : (
        <>
          {gamma !== 1 && "("}
          {normalized} · <Q of="renorm" value={renorm.r} />{" "}
          <Quantity of="renorm">{termText(renorm.d)}</Quantity>
          {gamma !== 1 && ")"}
        </>
      )}
      {beta !== 0 && ` ${termText(beta)}`} = <Q of={of} value={chosen.output} />
    </FormulaLine>
  );
}

/** The chosen step in its own numbers. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  return (
    <section>
      <h2 className={panel["panel-title"]}>Step {model.step} in numbers</h2>
      <MovingMean model={model} />
      <FirstOutput model={model} />
    </section>
  );
}
