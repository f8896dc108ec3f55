"use client";

import type { ReactNode } from "react";
import { catalogues } from "@/engine/spec/catalogues";
import type { ListedClass, WrittenObject } from "@/engine/spec/catalogues";
import type { ControlProps, SpecOfKind } from "./control";
import {
  chosenIn,
  classNamed,
  identifierOf,
  inPlaceOf,
  withConfig,
  written,
} from "./listed-object";
import type { Chosen, ObjectKind } from "./listed-object";
import { ParameterField } from "./parameter-field";
import { Parts } from "./parts";
import { Select } from "./select";
import type { Option } from "./select";

const optionOf = (listed: ListedClass): Option => ({
  value: identifierOf(listed),
  label: identifierOf(listed),
});

// No identifier is empty, so this is none.
const none = "";
const noneFirst = (kind: ObjectKind): readonly Option[] => [
  { value: none, label: "none" },
  ...catalogues[kind].map(optionOf),
];

const options: Readonly<Record<ObjectKind, readonly Option[]>> = {
  initializer: [
    ...catalogues.initializer.map(optionOf),
    { value: none, label: "none (glorot_uniform)" },
  ],
  regularizer: noneFirst("regularizer"),
  constraint: noneFirst("constraint"),
};

/** A class of a catalogue, and below it a field for each of its parameters. */
export function ObjectControl(
  props: ControlProps<SpecOfKind<ObjectKind>, WrittenObject>,
): ReactNode {
  const { spec, id, value, onChange } = props;
  const chosen = chosenIn(spec.kind, value);
  const choose = (identifier: string): void => {
    const listed = classNamed(spec.kind, identifier);
    onChange(listed === undefined ? null : written(inPlaceOf(chosen, listed)), false);
  };
  return (
    <>
      <Select
        id={id}
        value={chosen === null ? none : identifierOf(chosen.listed)}
        options={options[spec.kind]}
        onChange={choose}
      />
      {chosen !== null && (
        <Parameters
          key={identifierOf(chosen.listed)}
          {...{ id, chosen, onChange }}
          of={spec.name}
        />
      )}
    </>
  );
}

function Parameters(props: {
  readonly id: string;
  readonly of: string;
  readonly chosen: Chosen;
  readonly onChange: (value: WrittenObject, isContinued: boolean) => void;
}): ReactNode {
  const { id, of: argument, chosen, onChange } = props;
  const { listed, config } = chosen;
  const parameters = Object.entries(listed.parameters);
  if (parameters.length === 0) return null;
  return (
    <Parts>
      {parameters.map(([name, parameter]) => (
        <ParameterField
          key={name}
          id={`${id}-${name}`}
          {...{ argument, name, parameter, chosen }}
          onChange={(value, isContinued) =>
            onChange(written(withConfig(listed, { ...config, [name]: value })), isContinued)
          }
        />
      ))}
    </Parts>
  );
}
