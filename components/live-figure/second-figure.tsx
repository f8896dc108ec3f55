"use client";

import type { ReactNode } from "react";
import { Difference } from "@/components/comparison/difference";
import { changesSentence } from "@/components/comparison/sentences";
import panel from "@/components/workbench/panel.module.css";
import type { FigureModel, FigureParts } from "./figure-parts";
import styles from "./second-figure.module.css";
import type { Beside } from "./use-beside";

export interface SecondFigureProps<Model extends FigureModel> {
  readonly Figure: FigureParts<Model, never>["Figure"];
  readonly beside: Beside<Model>;
  readonly onScrub: (step: number, isContinued: boolean) => void;
}

/** The second configuration's figure, and what it has apart from the first. */
export const SecondFigure = <Model extends FigureModel>({
  Figure,
  beside: { changes, model, comparison, onChange },
  onScrub,
}: SecondFigureProps<Model>): ReactNode => (
  <section className={styles["second"]} aria-label="Second configuration">
    <div>
      <h2 className={panel["panel-title"]} data-export>
        Second configuration
      </h2>
      <p className={panel["panel-note"]} data-testid="changes" data-export>
        {changesSentence(changes)}
      </p>
    </div>
    {model === null ? (
      <p>It has no result yet.</p>
    ) : (
      <Figure model={model} onScrub={onScrub} onChange={onChange} />
    )}
    {comparison !== null && <Difference comparison={comparison} onScrub={onScrub} />}
  </section>
);
