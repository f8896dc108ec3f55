"use client";

import type { ReactNode } from "react";
import type { UniformAdjustment } from "@/engine/spec/adjustment";
import type { CellEdit } from "@/engine/spec/cell-edit";
import type { WrittenObject } from "@/engine/spec/catalogues";
import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";
import { AdjustmentControl } from "./adjustment-control";
import { AxisControl } from "./axis-control";
import type { Bounds } from "./bound-names";
import { ChoiceControl } from "./choice-control";
import { ClippingControl } from "./clipping-control";
import type { ControlProps, SpecOfKind } from "./control";
import { CountControl } from "./count-control";
import { EditsControl } from "./edits-control";
import { NumberControl } from "./number-control";
import { NumbersControl } from "./numbers-control";
import { ObjectControl } from "./object-control";
import { ReuseControl } from "./reuse-control";
import { SwitchControl } from "./switch-control";
import { TextControl } from "./text-control";
import { TristateControl } from "./tristate-control";

type Value = Experiment[ExperimentArg["name"]];

const composites = [
  "initializer",
  "regularizer",
  "constraint",
  "clipping",
  "adjustment",
  "edits",
] as const satisfies readonly ExperimentArg["kind"][];

type CompositeSpec = SpecOfKind<(typeof composites)[number]>;

const isComposite = (spec: ExperimentArg): spec is CompositeSpec =>
  composites.some((kind) => kind === spec.kind);

/** This and its second half are the one place that knows which control an argument's kind has. */
export function ControlFor(props: ControlProps<ExperimentArg, Value>): ReactNode {
  const { spec, value, onChange } = props;
  const rest = { id: props.id, onChange };
  if (isComposite(spec)) return <CompositeControl {...rest} spec={spec} value={value} />;
  switch (spec.kind) {
    case "boolean":
      return <SwitchControl {...rest} spec={spec} value={value as boolean} />;
    case "real":
    case "integer":
      return <NumberControl {...rest} spec={spec} value={value as number} />;
    case "numbers":
      return <NumbersControl {...rest} spec={spec} value={value as readonly number[]} />;
    case "axis":
      return <AxisControl {...rest} spec={spec} value={value as number | readonly number[]} />;
    case "choice":
      return <ChoiceControl {...rest} spec={spec} value={value as string} onChange={onChange} />;
    case "count":
      return <CountControl {...rest} spec={spec} value={value as number | null} />;
    case "tristate":
      return <TristateControl {...rest} spec={spec} value={value as boolean | null} />;
    case "reuse":
      return <ReuseControl {...rest} spec={spec} value={value as boolean | "auto" | null} />;
    case "text":
      return <TextControl {...rest} spec={spec} value={value as string | null} />;
    default:
      return spec satisfies never;
  }
}

/** The arguments made up of parts. Functions and tensors are left out: no experiment holds them. */
function CompositeControl(props: ControlProps<CompositeSpec, Value>): ReactNode {
  const { spec, value, onChange } = props;
  const rest = { id: props.id, onChange };
  switch (spec.kind) {
    case "initializer":
    case "regularizer":
    case "constraint":
      return <ObjectControl {...rest} spec={spec} value={value as WrittenObject} />;
    case "clipping":
      return <ClippingControl {...rest} spec={spec} value={value as Bounds | null} />;
    case "adjustment":
      return <AdjustmentControl {...rest} spec={spec} value={value as UniformAdjustment | null} />;
    case "edits":
      return <EditsControl {...rest} spec={spec} value={value as readonly CellEdit[]} />;
    default:
      return spec satisfies never;
  }
}
