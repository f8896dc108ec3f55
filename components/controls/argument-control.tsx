"use client";

import { useId } from "react";
import type { ReactNode } from "react";
import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";
import { ControlFor } from "./control-for";
import { Field } from "./field";
import { isDefault } from "./is-default";

export interface ArgumentControlProps {
  readonly spec: ExperimentArg;
  readonly value: Experiment[ExperimentArg["name"]];
  /** What its reset brings back. */
  readonly standard: Experiment[ExperimentArg["name"]];
  readonly standardName: string;
  readonly whileInactive: string | null;
  readonly profile: Experiment["profile"];
  readonly onChange: (patch: Partial<Experiment>, isContinued: boolean) => void;
  /** Takes the place of the usual control, e.g. a list of the channels there are. */
  readonly children?: (id: string) => ReactNode;
}

/** One argument of an experiment: its name and its control. */
export function ArgumentControl(props: ArgumentControlProps): ReactNode {
  const { spec, value, standard, standardName, whileInactive, profile, onChange } = props;
  const id = useId();
  return (
    <Field
      spec={spec}
      controlId={id}
      whileInactive={whileInactive}
      profile={profile}
      isDefault={isDefault(value, standard)}
      standardName={standardName}
      onReset={() => onChange({ [spec.name]: standard }, false)}
    >
      {props.children?.(id) ?? (
        <ControlFor
          spec={spec}
          id={id}
          value={value}
          onChange={(next, isContinued) => onChange({ [spec.name]: next }, isContinued)}
        />
      )}
    </Field>
  );
}
