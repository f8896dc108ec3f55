"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import { enteredInto } from "./entered";
import { parseNumber } from "./parse";
import { StoppedInput } from "./stopped-input";

type Spec = SpecOfKind<"count">;

/** Null stands beyond every count, at the end of the slider; its text is empty. */
const none = Infinity;

const write = (count: number): string => (count === none ? "" : String(count));
const read = (text: string): unknown => (text.trim() === "" ? none : parseNumber(text));

const enterFor = ({
  name,
  none: meaning,
  bounds: { min, max },
}: Spec): ReturnType<typeof enteredInto<number>> =>
  enteredInto<number>({
    argument: name,
    name,
    rule: `an integer from ${min} to ${max}, or nothing (${meaning})`,
    read,
    accepts: (count): count is number =>
      count === none ||
      (typeof count === "number" && Number.isInteger(count) && count >= min && count <= max),
  });

/** How many, or as many as there are. */
export const CountControl = ({
  spec,
  id,
  value,
  onChange,
}: ControlProps<Spec, number | null>): ReactNode => (
  <StoppedInput
    id={id}
    name={spec.name}
    value={value ?? none}
    stops={[...spec.stops, none]}
    describe={(count) => (count === none ? spec.none : String(count))}
    placeholder={spec.none}
    write={write}
    enter={enterFor(spec)}
    inputMode="numeric"
    onChange={(count, isContinued) => onChange(count === none ? null : count, isContinued)}
  />
);
