"use client";

import type { ReactNode } from "react";
import type { ListedParameter } from "@/engine/spec/catalogues";
import { enteredInto } from "./entered";
import { optionsOf, parameterRule, takesLists } from "./listed-object";
import type { Chosen } from "./listed-object";
import { parseNumber, parseNumbers } from "./parse";
import { PartField } from "./parts";
import { Select } from "./select";
import { ValueInput } from "./value-input";

export interface ParameterFieldProps {
  readonly id: string;
  readonly argument: string;
  readonly name: string;
  readonly parameter: ListedParameter;
  readonly chosen: Chosen;
  readonly onChange: (value: unknown, isContinued: boolean) => void;
}

/** One parameter of a listed class: a choice, or a text of one number, of several, or of none. */
export function ParameterField(props: ParameterFieldProps): ReactNode {
  const { id, argument, name, parameter, chosen, onChange } = props;
  const value = chosen.config[name];
  const label = `${argument} ${name}`;
  const options = optionsOf(parameter);
  return (
    <PartField name={name} controlId={id}>
      {options === null ? (
        <ValueInput<unknown>
          id={id}
          label={label}
          value={value}
          placeholder={parameter.default === null ? "null" : undefined}
          write={write}
          enter={enteredInto<unknown>({
            argument,
            name,
            rule: parameterRule(chosen.listed, parameter),
            read: readerOf(parameter),
            accepts: (given): given is unknown => parameter.accepts(given),
          })}
          inputMode={takesLists(parameter) ? "text" : "decimal"}
          onChange={onChange}
        />
      ) : (
        <Select
          id={id}
          label={label}
          value={String(value)}
          options={options.map(String).map((option) => ({ value: option, label: option }))}
          onChange={(text) =>
            onChange(
              options.find((option) => String(option) === text),
              false,
            )
          }
        />
      )}
    </PartField>
  );
}

/** Joining writes null as nothing. */
const write = (value: unknown): string => [value].flat().join(", ");

/** An empty text stands for null only where that is the default: elsewhere a number is missing. */
function readerOf(parameter: ListedParameter): (text: string) => unknown {
  return (text) => {
    if (text.trim() === "" && parameter.default === null) return null;
    const numbers = takesLists(parameter) ? parseNumbers(text) : [];
    return numbers.length > 1 ? numbers : parseNumber(text);
  };
}
