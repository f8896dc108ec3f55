"use client";

import type { ReactNode } from "react";
import { adjustedUnits } from "@/engine/spec/adjustment";
import type { UniformAdjustment } from "@/engine/spec/adjustment";
import type { ControlProps, SpecOfKind } from "./control";
import { enteredInto } from "./entered";
import { parseNumber } from "./parse";
import { PartField, Parts } from "./parts";
import { Select } from "./select";
import { StoppedInput } from "./stopped-input";
import { Toggle } from "./toggle";

/** The documented example: a scale of 0.93 to 1.07, a bias of −0.1 to 0.1. */
const example: UniformAdjustment = { scale: 0.07, bias: 0.1 };

const spreads = ["scale", "bias"] as const;
const stops = [0, 0.01, 0.02, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5];

const isSpread = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0;

const units = adjustedUnits.map((value) => ({ value, label: value }));

/** The same spreads for another unit; for features, which need no mention, they stand alone. */
const drawnPer = ({ scale, bias }: UniformAdjustment, unit: string): UniformAdjustment =>
  unit === "example" ? { scale, bias, per: unit } : { scale, bias };

/** None, or uniform noise with a spread for the scale and one for the bias, drawn for features or examples. */
export const AdjustmentControl = ({
  spec,
  id,
  value,
  onChange,
}: ControlProps<SpecOfKind<"adjustment">, UniformAdjustment | null>): ReactNode => (
  <>
    <Toggle
      id={id}
      label={spec.name}
      isOn={value !== null}
      meaning={value === null ? "null" : "uniform noise"}
      onChange={(isOn) => onChange(isOn ? example : null, false)}
    />
    {value !== null && (
      <Parts>
        {spreads.map((name) => (
          <PartField key={name} name={name} controlId={`${id}-${name}`}>
            <StoppedInput
              id={`${id}-${name}`}
              name={`${spec.name} ${name}`}
              label={`${spec.name} ${name}`}
              stops={stops}
              value={value[name]}
              write={String}
              enter={enteredInto({
                argument: spec.name,
                name,
                rule: `given a ${name} that is a finite spread of at least 0`,
                read: parseNumber,
                accepts: isSpread,
              })}
              inputMode="decimal"
              onChange={(spread, isContinued) =>
                onChange({ ...value, [name]: spread }, isContinued)
              }
            />
          </PartField>
        ))}
        <PartField name="per" controlId={`${id}-per`}>
          <Select
            id={`${id}-per`}
            label={`${spec.name} per`}
            value={value.per ?? "feature"}
            options={units}
            onChange={(unit) => onChange(drawnPer(value, unit), false)}
          />
        </PartField>
      </Parts>
    )}
  </>
);
