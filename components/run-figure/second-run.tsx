"use client";

import type { ReactNode } from "react";
import type { Comparison } from "@/components/comparison/comparison";
import { Difference } from "@/components/comparison/difference";
import { changesSentence } from "@/components/comparison/sentences";
import panel from "@/components/workbench/panel.module.css";
import type { ChangedArgument } from "@/components/comparison/comparison";
import type { ChangeExperiment, RunFigure, RunModel } from "./run-figure";
import styles from "./second-run.module.css";

export interface SecondRunProps<Model extends RunModel> {
  readonly Figure: RunFigure<Model>["Figure"];
  readonly changes: readonly ChangedArgument[];
  /** Null until the second configuration has a run. */
  readonly model: Model | null;
  /** Null while the two runs are not of the same steps. */
  readonly comparison: Comparison | null;
  readonly onScrub?: (step: number, isContinued: boolean) => void;
  readonly onChange?: ChangeExperiment;
}

/** The second configuration's figure, and what it has apart from the first. */
export function SecondRun<Model extends RunModel>({
  Figure,
  changes,
  model,
  comparison,
  ...handlers
}: SecondRunProps<Model>): ReactNode {
  return (
    <section className={styles["second"]} aria-label="Second configuration">
      <div>
        <h2 className={panel["panel-title"]} data-export>
          Second configuration
        </h2>
        <p className={panel["panel-note"]} data-testid="changes" data-export>
          {changesSentence(changes)}
        </p>
      </div>
      {model === null ? <p>It has no run yet.</p> : <Figure model={model} {...handlers} />}
      {comparison !== null && <Difference comparison={comparison} onScrub={handlers.onScrub} />}
    </section>
  );
}
