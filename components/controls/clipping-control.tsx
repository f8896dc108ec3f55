"use client";

import type { ReactNode } from "react";
import type { ClippingKey } from "@/engine/spec/clipping";
import { boundNames } from "./bound-names";
import type { Bound, Bounds } from "./bound-names";
import type { ControlProps, SpecOfKind } from "./control";
import styles from "./controls.module.css";
import { enteredInto } from "./entered";
import { useFocusNext } from "./focus-next";
import { parseNumber } from "./parse";
import { PartField, Parts } from "./parts";
import { ScheduleFields } from "./schedule-fields";
import { ValueInput } from "./value-input";

const read = (text: string): unknown => (text.trim() === "" ? null : parseNumber(text));

const isConstant = (value: unknown): value is number | null =>
  value === null || Number.isFinite(value);

/** The other bounds with this one; null when there is none left. */
function withBound(bounds: Bounds | null, name: ClippingKey, bound: Bound | null): Bounds | null {
  const others = Object.entries(bounds ?? {}).filter(([other]) => other !== name);
  const next = bound === null ? others : [...others, [name, bound] as const];
  return next.length === 0 ? null : Object.fromEntries(next);
}

/** Of a run. */
const firstStep = 1;

/** A bound that leaves plain Batch Normalization, from which schedules begin. */
const plainBound: Readonly<Record<ClippingKey, number>> = { rmin: 1, rmax: 1, dmax: 0 };

/** A field for each bound, which is a constant or a schedule over the steps; an empty one bounds nothing. */
export function ClippingControl({
  spec,
  id,
  value,
  onChange,
}: ControlProps<SpecOfKind<"clipping">, Bounds | null>): ReactNode {
  const focusNext = useFocusNext();
  return (
    <Parts>
      {boundNames.map((name, index) => {
        const bound = value?.[name] ?? null;
        const shared = {
          id: index === 0 ? id : `${id}-${name}`,
          label: `${spec.name} ${name}`,
        };
        const change = (next: Bound | null, isContinued: boolean): void =>
          onChange(withBound(value, name, next), isContinued);
        if (typeof bound === "object" && bound !== null) {
          return (
            <ScheduleFields
              key={name}
              {...shared}
              argument={spec.name}
              name={name}
              value={bound}
              onChange={change}
              focusNext={focusNext}
            />
          );
        }
        return (
          <PartField key={name} name={name} controlId={shared.id}>
            <ValueInput<number | null>
              {...shared}
              placeholder="no bound"
              value={bound}
              write={(constant) => (constant === null ? "" : String(constant))}
              enter={enteredInto({
                argument: spec.name,
                name,
                rule: `given a ${name} that is a finite number, or nothing for no bound`,
                read,
                accepts: isConstant,
              })}
              inputMode="decimal"
              onChange={change}
            />
            <button
              type="button"
              className={`quiet-button ${styles["partAction"] ?? ""}`}
              aria-label={`${spec.name} ${name}: change over the steps`}
              onClick={() => {
                focusNext(shared.id);
                change([[firstStep, bound ?? plainBound[name]]], false);
              }}
            >
              over the steps
            </button>
          </PartField>
        );
      })}
    </Parts>
  );
}
