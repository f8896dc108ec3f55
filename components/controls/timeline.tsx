"use client";

import type { ReactNode } from "react";
import { StopsSlider } from "./stops-slider";
import styles from "./timeline.module.css";
import type { Playback } from "./use-playback";

/** How far PageUp and PageDown go. */
export const pageOfSteps = 10;

/** A step worth jumping to. */
export interface Landmark {
  readonly name: string;
  readonly step: number;
}

export interface TimelineProps {
  readonly step: number;
  readonly steps: number;
  readonly landmarks: readonly Landmark[];
  readonly playback: Playback;
}

const speeds = [1, 5, 20, 60] as const;

/** Moves through the steps of a run: to the ends, by one, or by itself. */
export function Timeline({ step, steps, landmarks, playback }: TimelineProps): ReactNode {
  const stops = Array.from({ length: steps }, (_, i) => i + 1);
  const { isPlaying, speed, setSpeed, toggle, go } = playback;
  return (
    <div className={styles["timeline"]} role="group" aria-label="Steps of the run">
      <div className={styles["buttons"]}>
        <TimelineButton label="First step" symbol="first" onPress={() => go(1)} />
        <TimelineButton label="Previous step" symbol="previous" onPress={() => go(step - 1)} />
        <TimelineButton
          label={isPlaying ? "Pause" : "Play"}
          symbol={isPlaying ? "pause" : "play"}
          onPress={toggle}
        />
        <TimelineButton label="Next step" symbol="next" onPress={() => go(step + 1)} />
        <TimelineButton label="Last step" symbol="last" onPress={() => go(steps)} />
      </div>
      <div className={styles["slider"]}>
        <StopsSlider
          label="step slider"
          stops={stops}
          value={step}
          largeStep={pageOfSteps}
          describe={(value) => `step ${value} of ${steps}`}
          onChange={go}
        />
      </div>
      <output className={styles["place"]}>
        step <b>{step}</b> of {steps}
      </output>
      <label className={styles["speed"]}>
        <span>steps/s</span>
        <select value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
          {speeds.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      </label>
      {landmarks.length > 0 && (
        <p className={styles["landmarks"]}>
          Jump to:
          {landmarks.map((landmark) => (
            <button
              key={landmark.name}
              type="button"
              className="quiet-button"
              aria-current={landmark.step === step ? "step" : undefined}
              onClick={() => go(landmark.step)}
            >
              {landmark.name} ({landmark.step})
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

const symbols = {
  first: "M4 3v10M13 3 6 8l7 5z",
  previous: "M12 3 5 8l7 5z",
  play: "M4 3l9 5-9 5z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  next: "M4 3l7 5-7 5z",
  last: "M12 3v10M3 3l7 5-7 5z",
} as const;

function TimelineButton(props: {
  readonly label: string;
  readonly symbol: keyof typeof symbols;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className={styles["button"]}
      aria-label={props.label}
      title={props.label}
      onClick={props.onPress}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden>
        <path d={symbols[props.symbol]} />
      </svg>
    </button>
  );
}
