"use client";

import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { pageOfSteps, Timeline } from "@/components/controls/timeline";
import type { Landmark } from "@/components/controls/timeline";
import { usePlayback } from "@/components/controls/use-playback";
import type { Place, Playback } from "@/components/controls/use-playback";
import { RunProgress } from "./run-progress";
import type { RunProgressProps } from "./run-progress";
import styles from "./workbench.module.css";

interface Steps extends Place {
  readonly landmarks: readonly Landmark[];
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

/** Where a figure is drawn, with its time-line if it has one. */
export function Stage({ steps, ...frame }: StageProps): ReactNode {
  return (
    <div className={styles["stage"]}>
      {steps === null ? (
        <Frame {...frame}>
          <div role="group" aria-label="Figure." data-live={frame.isInert ? undefined : ""}>
            {frame.children}
          </div>
        </Frame>
      ) : (
        <OverSteps {...frame} {...steps} />
      )}
    </div>
  );
}

type FrameProps = Omit<StageProps, "steps">;

const Frame = ({ figureRef, isBusy, running, children }: FrameProps): ReactNode => (
  <div
    ref={figureRef}
    className={styles["figure"]}
    aria-busy={isBusy}
    data-running={running === null ? undefined : ""}
  >
    {children}
  </div>
);

/** The keys of the figure and the time-line below it do the same. */
function OverSteps({ children, ...props }: FrameProps & Steps): ReactNode {
  const { step, steps, landmarks, isInert, running } = props;
  const playback = usePlayback(props);
  return (
    <>
      <Frame {...props}>
        <ByStep step={step} steps={steps} playback={playback} isInert={isInert}>
          {children}
        </ByStep>
      </Frame>
      <div className={styles["timeline"]} inert={isInert}>
        {running !== null && <RunProgress {...running} />}
        <Timeline step={step} steps={steps} landmarks={landmarks} playback={playback} />
      </div>
    </>
  );
}

const moves: Readonly<Record<string, (step: number, steps: number) => number>> = {
  ArrowLeft: (step) => step - 1,
  ArrowRight: (step) => step + 1,
  PageUp: (step) => step + pageOfSteps,
  PageDown: (step) => step - pageOfSteps,
  Home: () => 1,
  End: (_, steps) => steps,
};

interface ByStepProps extends Pick<Steps, "step" | "steps"> {
  readonly playback: Playback;
  readonly isInert: boolean;
  readonly children: ReactNode;
}

/** A figure that the arrow keys read step by step. */
function ByStep({ step, steps, playback, isInert, children }: ByStepProps): ReactNode {
  const handleKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const move = moves[event.key];
    if (move === undefined && event.key !== " ") return;
    event.preventDefault();
    if (move !== undefined) playback.go(move(step, steps), event.repeat);
    else if (!event.repeat) playback.toggle();
  };
  return (
    /* eslint-disable jsx-a11y/no-noninteractive-element-interactions -- the keys read the figure step by step; the time-line below offers the same as buttons */
    <div
      role="group"
      tabIndex={isInert ? -1 : 0}
      aria-label="Figure. The arrow keys move the chosen step, the space bar plays."
      className={styles["keys"]}
      data-live={isInert ? undefined : ""}
      onKeyDown={handleKey}
    >
      {children}
    </div>
    /* eslint-enable */
  );
}
