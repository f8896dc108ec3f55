"use client";

import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { StopsSlider } from "./stops-slider";
import styles from "./timeline.module.css";

/** A step worth jumping to. */
export interface Landmark {
  readonly name: string;
  readonly step: number;
}

export interface TimelineProps {
  readonly step: number;
  readonly steps: number;
  readonly landmarks: readonly Landmark[];
  readonly onChange: (step: number, isContinued: boolean) => void;
}

const speeds = [1, 5, 20, 60] as const;

/** Moves through the steps of a run: to the ends, by one, or by itself. */
export function Timeline({ step, steps, landmarks, onChange }: TimelineProps): ReactNode {
  const stops = Array.from({ length: steps }, (_, i) => i + 1);
  const [speed, setSpeed] = useState<number>(20);
  const [isPlaying, setPlaying] = useState(false);
  const isRunning = isPlaying && step < steps;
  // Playing is one change: its first step makes the history entry that the others continue.
  const hasTicked = useRef(false);

  useEffect(() => {
    if (!isRunning) return;
    const handle = setTimeout(() => {
      onChange(step + 1, hasTicked.current);
      hasTicked.current = true;
    }, 1000 / speed);
    return () => clearTimeout(handle);
  }, [isRunning, step, speed, onChange]);

  const go = (to: number): void => {
    setPlaying(false);
    onChange(Math.min(Math.max(to, 1), steps), false);
  };
  const togglePlay = (): void => {
    if (!isRunning && step >= steps) onChange(1, false);
    hasTicked.current = !isRunning && step >= steps;
    setPlaying(!isRunning);
  };

  return (
    <div className={styles["timeline"]} role="group" aria-label="Steps of the run">
      <div className={styles["buttons"]}>
        <TimelineButton label="First step" symbol="first" onPress={() => go(1)} />
        <TimelineButton label="Previous step" symbol="previous" onPress={() => go(step - 1)} />
        <TimelineButton
          label={isRunning ? "Pause" : "Play"}
          symbol={isRunning ? "pause" : "play"}
          onPress={togglePlay}
        />
        <TimelineButton label="Next step" symbol="next" onPress={() => go(step + 1)} />
        <TimelineButton label="Last step" symbol="last" onPress={() => go(steps)} />
      </div>
      <div className={styles["slider"]}>
        <StopsSlider
          label="step slider"
          stops={stops}
          value={step}
          describe={(value) => `step ${value} of ${steps}`}
          onChange={(to, isContinued) => {
            setPlaying(false);
            onChange(to, isContinued);
          }}
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
