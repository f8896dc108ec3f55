"use client";

import type { ReactNode } from "react";
import { isSchedule } from "@/engine/spec/clipping-schedule";
import type { ClippingSchedule } from "@/engine/spec/clipping-schedule";
import type { Bound } from "./bound-names";
import styles from "./controls.module.css";
import { enteredInto } from "./entered";
import { parseNumber } from "./parse";
import { ValueInput } from "./value-input";

export interface ScheduleFieldsProps {
  /** Of the first field. */
  readonly id: string;
  readonly label: string;
  readonly argument: string;
  readonly name: string;
  readonly value: ClippingSchedule;
  readonly onChange: (value: Bound, isContinued: boolean) => void;
  /** Which field has the focus after a change that takes away the button which made it. */
  readonly focusNext: (id: string) => void;
}

/** How far behind the last point a new one is put. */
const nextAfter = 50;

const isNumber = (value: unknown): value is number => Number.isFinite(value);

/** The points of a bound that changes over the steps, each a step and a value. */
export function ScheduleFields(props: ScheduleFieldsProps): ReactNode {
  const { id, label, name, value, onChange, focusNext } = props;
  const stepId = (at: number): string => (at === 0 ? id : `${id}-step-${at}`);
  const noteId = `${id}-line`;
  const last = value.at(-1) ?? [0, 0];
  const withPoint = (at: number, point: readonly [number, number]): ClippingSchedule =>
    value.map((known, i) => (i === at ? point : known));
  return (
    <fieldset className={styles["schedule"]} aria-describedby={noteId}>
      <legend className={styles["partName"]}>{name} over the steps</legend>
      {value.map(([step, bound], at) => (
        // A point is its place in the list: its step changes while it is typed.
        <div key={at} className={styles["schedulePoint"]}>
          <span aria-hidden>step</span>
          <ValueInput<number>
            id={stepId(at)}
            label={`${label} step ${at + 1}`}
            value={step}
            write={String}
            enter={enteredInto({
              argument: props.argument,
              name: `${name} step ${at + 1}`,
              rule: `given a ${name} whose steps are finite numbers, each greater than the one before`,
              read: parseNumber,
              accepts: (entered): entered is number =>
                isNumber(entered) && isSchedule(withPoint(at, [entered, bound])),
            })}
            inputMode="numeric"
            onChange={(entered, isContinued) =>
              onChange(withPoint(at, [entered, bound]), isContinued)
            }
          />
          <span aria-hidden>is</span>
          <ValueInput<number>
            id={`${id}-value-${at}`}
            label={`${label} value ${at + 1}`}
            value={bound}
            write={String}
            enter={enteredInto({
              argument: props.argument,
              name: `${name} value ${at + 1}`,
              rule: `given a ${name} whose values are finite numbers`,
              read: parseNumber,
              accepts: isNumber,
            })}
            inputMode="decimal"
            onChange={(entered, isContinued) =>
              onChange(withPoint(at, [step, entered]), isContinued)
            }
          />
          {value.length > 1 && (
            <button
              type="button"
              className="quiet-button"
              aria-label={`${label}: remove point ${at + 1}`}
              onClick={() => {
                focusNext(stepId(Math.max(at - 1, 0)));
                onChange(
                  value.filter((_, i) => i !== at),
                  false,
                );
              }}
            >
              remove
            </button>
          )}
        </div>
      ))}
      <p id={noteId} className={styles["scheduleNote"]}>
        {value.length === 1
          ? "One point: the same in every step."
          : "Straight lines between the points; constant before the first and after the last."}
      </p>
      <div className={styles["scheduleActions"]}>
        <button
          type="button"
          className="quiet-button"
          aria-label={`${label}: add a point`}
          onClick={() => onChange([...value, [last[0] + nextAfter, last[1]]], false)}
        >
          add a point
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-label={`${label}: constant`}
          onClick={() => {
            focusNext(id);
            onChange(last[1], false);
          }}
        >
          constant
        </button>
      </div>
    </fieldset>
  );
}
