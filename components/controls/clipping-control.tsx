"use client";

import type { ReactNode } from "react";
import type { ClippingKey } from "@/engine/spec/clipping";
import { boundNames } from "./bound-names";
import type { Bounds } from "./bound-names";
import type { ControlProps, SpecOfKind } from "./control";
import { enteredInto } from "./entered";
import { parseNumber } from "./parse";
import { PartField, Parts } from "./parts";
import { ValueInput } from "./value-input";

const read = (text: string): unknown => (text.trim() === "" ? null : parseNumber(text));

const isBound = (value: unknown): value is number | null =>
  value === null || Number.isFinite(value);

/** The other bounds with this one; null when there is none left. */
function withBound(bounds: Bounds | null, name: ClippingKey, bound: number | null): Bounds | null {
  const others = Object.entries(bounds ?? {}).filter(([other]) => other !== name);
  const next = bound === null ? others : [...others, [name, bound] as const];
  return next.length === 0 ? null : Object.fromEntries(next);
}

/** A field for each bound; an empty one bounds nothing. */
export const ClippingControl = ({
  spec,
  id,
  value,
  onChange,
}: ControlProps<SpecOfKind<"clipping">, Bounds | null>): ReactNode => (
  <Parts>
    {boundNames.map((name, index) => {
      const fieldId = index === 0 ? id : `${id}-${name}`;
      return (
        <PartField key={name} name={name} controlId={fieldId}>
          <ValueInput<number | null>
            id={fieldId}
            label={`${spec.name} ${name}`}
            placeholder="no bound"
            value={value?.[name] ?? null}
            write={(bound) => (bound === null ? "" : String(bound))}
            enter={enteredInto({
              argument: spec.name,
              name,
              rule: `given a ${name} that is a finite number, or nothing for no bound`,
              read,
              accepts: isBound,
            })}
            inputMode="decimal"
            onChange={(bound, isContinued) => onChange(withBound(value, name, bound), isContinued)}
          />
        </PartField>
      );
    })}
  </Parts>
);
