import { memo } from "react";
import type { ReactNode } from "react";
import { formatNumber } from "@/components/charts/format/number";
import panel from "@/components/workbench/panel.module.css";
import { WhatYouSee } from "@/components/workbench/what-you-see";
import type { FigureModel } from "./figure-model";
import styles from "./view.module.css";

const Q = ({ of, value }: { readonly of: string; readonly value: number }): ReactNode => (
  <span className={styles["quantity"]} data-quantity={of}>
    {formatNumber(value, 5)}
  </span>
);

const Formula = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode => (
  <p className={styles["formula"]}>
    <span className={styles["formula-name"]}>{name}</span>
    <span>{children}</span>
  </p>
);

/** What training mode makes of the first example: it is normalized with its own ghost batch. */
function First({ model }: { readonly model: FigureModel }): ReactNode {
  const [example] = model.examples;
  const [ghost] = model.ghosts;
  if (example === undefined || ghost === undefined) return null;
  return (
    <Formula name="first output, training: with ghost batch 0">
      ({formatNumber(example.input, 5)} − <Q of="batch" value={ghost.mean} />) / √(
      <Q of="batch" value={ghost.variance} /> + {formatNumber(model.epsilon)}) ={" "}
      <Q of="batch" value={example.training} />
    </Formula>
  );
}

/** What is to be seen, in words and in the chosen step's own numbers. */
export const Reading = memo(function Reading({
  model,
}: {
  readonly model: FigureModel;
}): ReactNode {
  const { chosen, momentum, variance, step, keptShare, padding, isMasked } = model;
  return (
    <div className={`${panel["reading"] ?? ""} ${styles["reading"] ?? ""}`}>
      <WhatYouSee sentences={model.sentences} />
      <section>
        <h2 className={panel["panel-title"]}>Step {step} in numbers</h2>
        <Formula name="moving variance">
          {formatNumber(momentum, 6)} · <Q of="moving" value={variance.moving[step - 1] ?? NaN} /> +{" "}
          {formatNumber(1 - momentum, 6)} · <Q of="batch" value={chosen.batch} /> ={" "}
          <Q of="moving" value={chosen.moving} />
        </Formula>
        {(padding === 0 || isMasked) && (
          <Formula name="expected variance">
            <Q of="population" value={chosen.population} /> · {formatNumber(keptShare, 4)} ={" "}
            <Q of="moving" value={chosen.expected} />
          </Formula>
        )}
        <First model={model} />
      </section>
    </div>
  );
});
