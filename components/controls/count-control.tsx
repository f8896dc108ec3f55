"use client";

import type { ReactNode } from "react";
import type { ControlProps, SpecOfKind } from "./control";
import { enteredInto } from "./entered";
import { parseNumber } from "./parse";
import { StoppedInput } from "./stopped-input";

type Spec = SpecOfKind<"count">;

/** Null stands beyond every count, or before, at that end of the slider; its text is empty. */
export const noneOf = ({ isNoneLeast }: Pick<Spec, "isNoneLeast">): number =>
  isNoneLeast === true ? -Infinity : Infinity;

/** Ascending, with null among them. */
export const stopsOf = (spec: Pick<Spec, "isNoneLeast" | "stops">): readonly number[] =>
  spec.isNoneLeast === true ? [noneOf(spec), ...spec.stops] : [...spec.stops, noneOf(spec)];

const write = (count: number): string => (Number.isFinite(count) ? String(count) : "");

const enterFor = (spec: Spec): ReturnType<typeof enteredInto<number>> => {
  const { name, none: meaning, bounds } = spec;
  const none = noneOf(spec);
  return enteredInto<number>({
    argument: name,
    name,
    rule: `an integer from ${bounds.min} to ${bounds.max}, or nothing (${meaning})`,
    read: (text) => (text.trim() === "" ? none : parseNumber(text)),
    accepts: (count): count is number =>
      count === none ||
      (typeof count === "number" &&
        Number.isInteger(count) &&
        count >= bounds.min &&
        count <= bounds.max),
  });
};

/** How many, or as many as there are, or none at all. */
export const CountControl = ({
  spec,
  id,
  value,
  onChange,
}: ControlProps<Spec, number | null>): ReactNode => (
  <StoppedInput
    id={id}
    name={spec.name}
    value={value ?? noneOf(spec)}
    stops={stopsOf(spec)}
    describe={(count) => (Number.isFinite(count) ? String(count) : spec.none)}
    placeholder={spec.none}
    write={write}
    enter={enterFor(spec)}
    inputMode="numeric"
    onChange={(count, isContinued) => onChange(Number.isFinite(count) ? count : null, isContinued)}
  />
);
