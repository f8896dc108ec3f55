import type { ReactNode } from "react";
import { counted } from "@/components/charts/format/counted";
import { formatNumber } from "@/components/charts/format/number";
import { stepsUntilLeft } from "@/components/measures/moving-average";
import { FormulaLine, Quantity } from "@/components/workbench/formula-line";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel } from "./figure-model";

const number = (value: number): string => formatNumber(value, 5);

/** What stands between a sum and a term whose magnitude follows. */
const signOf = (term: number): string => (term < 0 ? "−" : "+");

/** The sum that made the chosen step's moving statistic, with its numbers filled in. */
function Update({
  which,
  model,
}: {
  readonly which: "mean" | "variance";
  readonly model: FigureModel;
}): ReactNode {
  const { after } = model[which].chosen;
  return (
    <FormulaLine name={`moving ${which}`}>
      {model.moves ? (
        <Movement which={which} model={model} />
      ) : (
        <span>
          <Quantity of="moving">{number(after)}</Quantity> stays
        </span>
      )}
    </FormulaLine>
  );
}

/** The same step's moving variance, had the layer been fused. */
function FusedUpdate({ model }: { readonly model: FigureModel }): ReactNode {
  const { fused, momentum, variance, batchSize } = model;
  if (fused === null) return null;
  return (
    <FormulaLine name="moving variance, if fused">
      {formatNumber(momentum, 6)} · <Quantity of="moving">{number(fused.before)}</Quantity> +{" "}
      {formatNumber(1 - momentum, 6)} ·{" "}
      <Quantity of="batch">{number(variance.chosen.batch)}</Quantity>
      {batchSize === 1 ? "" : ` · ${batchSize}/${batchSize - 1}`} ={" "}
      <Quantity of="moving">{number(fused.after)}</Quantity>
    </FormulaLine>
  );
}

/** Renorm feeds the moving statistics with more than this batch: then only where they went can be shown. */
function Movement({
  which,
  model,
}: {
  readonly which: "mean" | "variance";
  readonly model: FigureModel;
}): ReactNode {
  const { before, after, batch } = model[which].chosen;
  const keep = model.momentum;
  const isAverage = model.renorm === null || (which === "mean" && !model.renorm.isWeighted);
  if (!isAverage) {
    return (
      <span>
        <Quantity of="moving">{number(before)}</Quantity> becomes{" "}
        <Quantity of="moving">{number(after)}</Quantity>, through the{" "}
        {model.renorm.isWeighted ? "renorm averages" : "moving deviation"}
      </span>
    );
  }
  return (
    <span>
      {formatNumber(keep, 6)} · <Quantity of="moving">{number(before)}</Quantity> +{" "}
      {formatNumber(1 - keep, 6)} · <Quantity of="batch">{number(batch)}</Quantity> ={" "}
      <Quantity of="moving">{number(after)}</Quantity>
    </span>
  );
}

interface AffineStep {
  readonly of?: string;
  readonly scale: number;
  readonly offset: number;
}

/** Writes what comes between x̂ and the output, from the inside out: renorm's correction, then the adjustment. */
function Steps({
  steps,
  children,
}: {
  readonly steps: readonly AffineStep[];
  readonly children: ReactNode;
}): ReactNode {
  const last = steps.at(-1);
  if (last === undefined) return children;
  const { of } = last;
  const numeral = (value: number): ReactNode =>
    of === undefined ? number(value) : <Quantity of={of}>{number(value)}</Quantity>;
  return (
    <>
      ({numeral(last.scale)} · <Steps steps={steps.slice(0, -1)}>{children}</Steps>{" "}
      {signOf(last.offset)} {numeral(Math.abs(last.offset))})
    </>
  );
}

/** What normalization makes of the first example of the chosen step, in both modes. */
function Normalize({
  mode,
  model,
}: {
  readonly mode: "training" | "inference";
  readonly model: FigureModel;
}): ReactNode {
  const usesBatch = mode === "training" && model.usesBatch;
  const { first, renorm } = model;
  const statistics = usesBatch
    ? first
    : { mean: model.mean.chosen.after, variance: model.variance.chosen.after };
  const of = usesBatch ? "batch" : "moving";
  const example = model.outputs.examples[0];
  if (example === undefined) return null;
  const isAdjusted = first.scale !== 1 || first.bias !== 0;
  const steps = [
    ...(renorm === null ? [] : [{ of: "renorm", scale: renorm.r, offset: renorm.d }]),
    ...(isAdjusted ? [{ scale: first.scale, offset: first.bias }] : []),
  ];
  return (
    <FormulaLine name={`first output, ${mode}`}>
      <span>
        {formatNumber(model.gamma)} ·{" "}
        <Steps steps={usesBatch ? steps : []}>
          ({number(example.input)} − <Quantity of={of}>{number(statistics.mean)}</Quantity>) / √(
          <Quantity of={of}>{number(statistics.variance)}</Quantity> + {formatNumber(model.epsilon)}
          )
        </Steps>{" "}
        {signOf(model.beta)} {formatNumber(Math.abs(model.beta))} ={" "}
        <Quantity of={of}>{number(example[mode])}</Quantity>
      </span>
    </FormulaLine>
  );
}

/** After how many steps how much of the start is forgotten. */
function memoryText(moves: boolean, half: number, gone: number): string {
  if (!moves) return "frozen: no step moves them, and nothing is forgotten";
  if (!Number.isFinite(half)) return "nothing is ever forgotten";
  return half === gone
    ? `99 % forgotten after ${counted(gone, "step")}`
    : `half forgotten after ${half}, 99 % after ${counted(gone, "step")}`;
}

/** How long the moving averages remember, in both conventions of momentum. */
function Memory({ model }: { readonly model: FigureModel }): ReactNode {
  const { momentum, moves, batchSize } = model;
  const half = stepsUntilLeft(momentum, 0.5);
  const gone = stepsUntilLeft(momentum, 0.01);
  return (
    <FormulaLine name={`momentum ${formatNumber(momentum, 6)}`}>
      PyTorch writes momentum={formatNumber(1 - momentum, 6)}
      {batchSize > 1 && ", and stores v · n/(n − 1) in its moving variance too, fused or not"}
      <br />
      {memoryText(moves, half, gone)}
    </FormulaLine>
  );
}

/** The chosen step in its own numbers. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  return (
    <section>
      <h2 className={panel["panel-title"]}>Step {model.step} in numbers</h2>
      <Update which="mean" model={model} />
      <Update which="variance" model={model} />
      <FusedUpdate model={model} />
      <Normalize mode="training" model={model} />
      <Normalize mode="inference" model={model} />
      <Memory model={model} />
    </section>
  );
}
