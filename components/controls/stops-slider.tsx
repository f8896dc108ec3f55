"use client";

import { Slider } from "@base-ui/react/slider";
import { useRef } from "react";
import type { ReactNode } from "react";
import styles from "./controls.module.css";

export interface StopsSliderProps {
  readonly label: string;
  /** Ascending. The thumb stands at the stop nearest to the value. */
  readonly stops: readonly number[];
  readonly value: number;
  /** How many stops PageUp and PageDown go. */
  readonly largeStep?: number;
  readonly describe?: (value: number) => string;
  readonly onChange: (value: number, isContinued: boolean) => void;
}

/** An endless stop is at no distance from an endless value. */
const distance = (stop: number, value: number): number =>
  stop === value ? 0 : Math.abs(stop - value);

const nearest = (stops: readonly number[], value: number): number => {
  let best = 0;
  stops.forEach((stop, index) => {
    if (distance(stop, value) < distance(stops[best] ?? Infinity, value)) best = index;
  });
  return best;
};

/** A key that is held moves the thumb again and again, each time as a whole; a reader has done one thing. */
const isHeld = (event: Event): boolean => event instanceof KeyboardEvent && event.repeat;

/** A slider over a list of values, so that every place it can stand at is a number worth choosing. */
export function StopsSlider(props: StopsSliderProps): ReactNode {
  const { stops, value, label, largeStep = 5, describe = String } = props;
  const isMoving = useRef(false);
  return (
    <Slider.Root
      className={styles["slider"]}
      value={nearest(stops, value)}
      min={0}
      max={Math.max(stops.length - 1, 1)}
      step={1}
      largeStep={largeStep}
      thumbAlignment="center"
      onValueChange={(index, { event }) => {
        const stop = stops[index];
        if (stop === undefined || stop === value) return;
        props.onChange(stop, isMoving.current || isHeld(event));
        isMoving.current = true;
      }}
      onValueCommitted={() => {
        isMoving.current = false;
      }}
    >
      <Slider.Control className={styles["sliderControl"]}>
        <Slider.Track className={styles["sliderTrack"]}>
          <Slider.Indicator className={styles["sliderIndicator"]} />
          <Slider.Thumb
            className={styles["sliderThumb"]}
            getAriaLabel={() => label}
            getAriaValueText={() => describe(value)}
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
