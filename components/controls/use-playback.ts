"use client";

import { useEffect, useRef, useState } from "react";

export interface Place {
  readonly step: number;
  readonly steps: number;
  readonly onStep: (step: number, isContinued: boolean) => void;
}

export interface Playback {
  readonly isPlaying: boolean;
  /** In steps a second. */
  readonly speed: number;
  readonly setSpeed: (speed: number) => void;
  /** Plays on, from the first step if there is none left, or pauses. */
  readonly toggle: () => void;
  /** Pauses and goes to a step, or to the end that lies before it. */
  readonly go: (step: number, isContinued?: boolean) => void;
}

/** Moves through the steps of a run by itself until the last, or until a reader does. */
export function usePlayback({ step, steps, onStep }: Place): Playback {
  const [speed, setSpeed] = useState(20);
  const [isOn, setOn] = useState(false);
  const isPlaying = isOn && step < steps;
  // Playing is one change: its first step makes the history entry that the others continue.
  const hasTicked = useRef(false);

  useEffect(() => {
    if (!isPlaying) return;
    const handle = setTimeout(() => {
      onStep(step + 1, hasTicked.current);
      hasTicked.current = true;
    }, 1000 / speed);
    return () => clearTimeout(handle);
  }, [isPlaying, step, speed, onStep]);

  return {
    isPlaying,
    speed,
    setSpeed,
    toggle: () => {
      const isAtEnd = !isPlaying && step >= steps;
      if (isAtEnd) onStep(1, false);
      hasTicked.current = isAtEnd;
      setOn(!isPlaying);
    },
    go: (to, isContinued = false) => {
      setOn(false);
      onStep(Math.min(Math.max(to, 1), steps), isContinued);
    },
  };
}
