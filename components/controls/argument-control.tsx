"use client";

import { memo, useId, useState } from "react";
import type { ReactNode } from "react";
import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";
import { ControlFor } from "./control-for";
import { Field } from "./field";

export interface ArgumentControlProps {
  readonly spec: ExperimentArg;
  readonly value: Experiment[ExperimentArg["name"]];
  readonly isActive: boolean;
  readonly onChange: (patch: Partial<Experiment>, isContinued: boolean) => void;
  /** Takes the place of the usual control, e.g. a list of the channels there are. */
  readonly children?: (id: string) => ReactNode;
}

/**
 * One argument of an experiment: its name, its control and what is wrong with what was typed. Memoized, because a
 * panel holds twenty of them and a drag changes one.
 */
export const ArgumentControl = memo(function ArgumentControl(
  props: ArgumentControlProps,
): ReactNode {
  const { spec, value, isActive, onChange } = props;
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Field
      spec={spec}
      controlId={id}
      isActive={isActive}
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
          onChange={(next, isContinued) => onChange({ [spec.name]: next }, isContinued)}
          onProblem={setProblem}
        />
      )}
    </Field>
  );
});
