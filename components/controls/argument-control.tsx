"use client";

import { useId, useState } from "react";
import type { ReactNode } from "react";
import { isActive } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";
import { ControlFor } from "./control-for";
import { Field } from "./field";

export interface ArgumentControlProps {
  readonly spec: ExperimentArg;
  readonly experiment: Experiment;
  readonly onChange: (patch: Partial<Experiment>, isContinued: boolean) => void;
  /** Takes the place of the usual control, e.g. a list of the channels there are. */
  readonly children?: (id: string) => ReactNode;
}

/** One argument of an experiment: its name, its control and what is wrong with what was typed. */
export function ArgumentControl(props: ArgumentControlProps): ReactNode {
  const { spec, experiment, onChange } = props;
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const value = experiment[spec.name];
  const active = isActive(spec, experiment);
  return (
    <Field
      spec={spec}
      controlId={id}
      isActive={active}
      isDefault={JSON.stringify(value) === JSON.stringify(spec.default)}
      onReset={() => {
        setProblem(null);
        onChange({ [spec.name]: spec.default }, false);
      }}
      problem={problem}
    >
      {props.children?.(id) ?? (
        <ControlFor
          spec={spec}
          id={id}
          value={value}
          isActive={active}
          onChange={(next, isContinued) => onChange({ [spec.name]: next }, isContinued)}
          onProblem={setProblem}
        />
      )}
    </Field>
  );
}
