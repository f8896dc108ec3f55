"use client";

import type { ReactNode } from "react";
import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";
import type { Initializer } from "@/engine/spec/initializer";
import { ChoiceControl } from "./choice-control";
import type { ControlProps } from "./control";
import { InitializerControl } from "./initializer-control";
import { NumberControl } from "./number-control";
import { NumbersControl } from "./numbers-control";
import { SwitchControl } from "./switch-control";

type Value = Experiment[ExperimentArg["name"]];
type Props = ControlProps<ExperimentArg, Value>;

/** The one place that knows which control an argument's kind has. */
export function ControlFor(props: Props): ReactNode {
  const { spec, value, onChange } = props;
  const rest = { id: props.id, onProblem: props.onProblem, onChange };
  switch (spec.kind) {
    case "boolean":
      return <SwitchControl {...rest} spec={spec} value={value as boolean} />;
    case "real":
    case "integer":
      return <NumberControl {...rest} spec={spec} value={value as number} />;
    case "numbers":
      return <NumbersControl {...rest} spec={spec} value={value as readonly number[]} />;
    case "choice":
      return <ChoiceControl {...rest} spec={spec} value={value as string} onChange={onChange} />;
    case "initializer":
      return <InitializerControl {...rest} spec={spec} value={value as Initializer} />;
    case "text":
      return null;
    default:
      return spec satisfies never;
  }
}
