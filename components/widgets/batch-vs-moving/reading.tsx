import { memo } from "react";
import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import type { FigureModel } from "./figure-model";
import styles from "./view.module.css";

const Q = ({ of, children }: { readonly of: string; readonly children: ReactNode }): ReactNode => (
  <span className={styles["quantity"]} data-quantity={of}>
    {children}
  </span>
);

const number = (value: number): string => formatNumber(value, 5);

/** The sum that made the chosen step's moving statistic, with its numbers filled in. */
function Update({
  which,
  model,
}: {
  readonly which: "mean" | "variance";
  readonly model: FigureModel;
}): ReactNode {
  const { before, after, batch } = model[which].chosen;
  const keep = model.momentum;
  return (
    <p className={styles["formula"]}>
      <span className={styles["formula-name"]}>moving {which}</span>
      {model.isFrozen ? (
        <span>
          <Q of="moving">{number(after)}</Q> stays
        </span>
      ) : (
        <span>
          {formatNumber(keep, 6)} · <Q of="moving">{number(before)}</Q> +{" "}
          {formatNumber(1 - keep, 6)} · <Q of="batch">{number(batch)}</Q> ={" "}
          <Q of="moving">{number(after)}</Q>
        </span>
      )}
    </p>
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
  const usesBatch = mode === "training" && !model.isFrozen;
  const pick = (series: FigureModel["mean"]): number =>
    usesBatch ? series.chosen.batch : series.chosen.after;
  const of = usesBatch ? "batch" : "moving";
  const example = model.outputs.examples[0];
  if (example === undefined) return null;
  return (
    <p className={styles["formula"]}>
      <span className={styles["formula-name"]}>first output, {mode}</span>
      <span>
        {formatNumber(model.gamma)} · ({number(example.input)} −{" "}
        <Q of={of}>{number(pick(model.mean))}</Q>) / √(<Q of={of}>{number(pick(model.variance))}</Q>{" "}
        + {formatNumber(model.epsilon)}) + {formatNumber(model.beta)} ={" "}
        <Q of={of}>{number(example[mode])}</Q>
      </span>
    </p>
  );
}

/** What is to be seen, in words and in the chosen step's own numbers. */
export const Reading = memo(function Reading({
  model,
}: {
  readonly model: FigureModel;
}): ReactNode {
  const [main, ...rest] = model.sentences;
  return (
    <div className={styles["reading"]}>
      <section>
        <h2 className={styles["panel-title"]}>What you see</h2>
        <p className={styles["sentence"]} data-testid="sentence" aria-live="polite">
          {main}
        </p>
        {rest.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <section>
        <h2 className={styles["panel-title"]}>Step {model.step} in numbers</h2>
        <Update which="mean" model={model} />
        <Update which="variance" model={model} />
        <Normalize mode="training" model={model} />
        <Normalize mode="inference" model={model} />
      </section>
    </div>
  );
});
