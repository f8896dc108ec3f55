"use client";

import type { ReactNode, RefObject } from "react";
import { Timeline } from "@/components/controls/timeline";
import type { Landmark } from "@/components/controls/timeline";
import { RunProgress } from "./run-progress";
import type { RunProgressProps } from "./run-progress";
import styles from "./workbench.module.css";

interface Steps {
  readonly step: number;
  readonly steps: number;
  readonly landmarks: readonly Landmark[];
  readonly onStep: (step: number, isContinued: boolean) => void;
}

export interface StageProps {
  readonly figureRef: RefObject<HTMLDivElement | null>;
  readonly isBusy: boolean;
  readonly isInert: boolean;
  /** A calculation that takes its time; one of a single call does not. */
  readonly running: RunProgressProps | null;
  /** Null for a figure of a single call: it has no time-line. */
  readonly steps: Steps | null;
  readonly children: ReactNode;
}

const handledKeys: Readonly<Record<string, (step: number, steps: number) => number>> = {
  ArrowLeft: (step) => step - 1,
  ArrowRight: (step) => step + 1,
  PageUp: (step) => step + 10,
  PageDown: (step) => step - 10,
  Home: () => 1,
  End: (_, steps) => steps,
};

/** Where a figure is drawn, with its time-line if it has one. */
export function Stage(props: StageProps): ReactNode {
  const { figureRef, isBusy, isInert, running, steps, children } = props;
  return (
    <div className={styles["stage"]}>
      <div
        ref={figureRef}
        className={styles["figure"]}
        aria-busy={isBusy}
        data-running={running === null ? undefined : ""}
      >
        {steps === null ? (
          <div role="group" aria-label="Figure." data-live={isInert ? undefined : ""}>
            {children}
          </div>
        ) : (
          <ByStep {...steps} isInert={isInert}>
            {children}
          </ByStep>
        )}
      </div>
      {steps !== null && (
        <div className={styles["timeline"]} inert={isInert}>
          {running !== null && <RunProgress {...running} />}
          <Timeline
            step={steps.step}
            steps={steps.steps}
            landmarks={steps.landmarks}
            onChange={steps.onStep}
          />
        </div>
      )}
    </div>
  );
}

/** A figure that the arrow keys read step by step. */
function ByStep({
  step,
  steps,
  onStep,
  isInert,
  children,
}: Omit<Steps, "landmarks"> & Pick<StageProps, "isInert" | "children">): ReactNode {
  return (
    /* eslint-disable jsx-a11y/no-noninteractive-element-interactions -- the arrow keys read the figure step by step; the time-line below offers the same as buttons */
    <div
      role="group"
      tabIndex={isInert ? -1 : 0}
      aria-label="Figure. The arrow keys move the chosen step."
      className={styles["keys"]}
      data-live={isInert ? undefined : ""}
      onKeyDown={(event) => {
        const move = handledKeys[event.key];
        if (move === undefined || event.target !== event.currentTarget) return;
        event.preventDefault();
        onStep(Math.min(Math.max(move(step, steps), 1), steps), event.repeat);
      }}
    >
      {children}
    </div>
    /* eslint-enable */
  );
}
