"use client";

import type { ReactNode } from "react";
import type { FigureModel, Stage } from "./figure-model";
import { stageBeside } from "./stages";
import styles from "./view.module.css";

interface StageBarProps {
  readonly model: Pick<FigureModel, "stage" | "stages">;
  /** Absent in a poster. */
  readonly onStage?: (stage: Stage) => void;
}

/** The stages in their order, each to choose, and a button for the next and the one before. */
export function StageBar({ model: { stage, stages }, onStage }: StageBarProps): ReactNode {
  const beside = (places: 1 | -1): Stage | null => stageBeside(stage.id, stages, places);
  return (
    <div className={styles["bar"]}>
      <ol className={styles["stages"]} aria-label="Stages">
        {stages.map(({ id, symbol, name }) => (
          <li key={id}>
            <button
              type="button"
              className={styles["stage"]}
              disabled={onStage === undefined}
              aria-pressed={id === stage.id}
              onClick={() => onStage?.(id)}
            >
              <b>{symbol}</b> <span>{name}</span>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles["besides"]}>
        <Beside name="Previous stage" stage={beside(-1)} onStage={onStage} />
        <Beside name="Next stage" stage={beside(1)} onStage={onStage} />
      </div>
    </div>
  );
}

interface BesideProps {
  readonly name: string;
  /** Null where there is none. */
  readonly stage: Stage | null;
  readonly onStage: StageBarProps["onStage"] | undefined;
}

/** It keeps the focus at the last stage too, so it is told apart and not disabled. */
const Beside = ({ name, stage, onStage }: BesideProps): ReactNode => (
  <button
    type="button"
    className={styles["beside"]}
    disabled={onStage === undefined}
    aria-disabled={stage === null}
    onClick={() => {
      if (stage !== null) onStage?.(stage);
    }}
  >
    {name}
  </button>
);
