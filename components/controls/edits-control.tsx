"use client";

import type { ReactNode } from "react";
import { areEdits } from "@/engine/spec/cell-edit";
import type { CellEdit } from "@/engine/spec/cell-edit";
import type { ControlProps, SpecOfKind } from "./control";
import { editsRule, readEdits, writeEdits } from "./edits-text";
import { enteredInto } from "./entered";
import { ValueInput } from "./value-input";

const enter = enteredInto<readonly CellEdit[]>({
  argument: "edits",
  name: "edits",
  rule: editsRule,
  read: (text) => readEdits(text.trim() === "" ? "none" : text),
  accepts: areEdits,
});

/** Nothing stands for no edits. */
const write = (edits: readonly CellEdit[]): string => (edits.length === 0 ? "" : writeEdits(edits));

/** The edits as links write them; the figure has a field for each cell. */
export const EditsControl = ({
  id,
  value,
  onChange,
}: ControlProps<SpecOfKind<"edits">, readonly CellEdit[]>): ReactNode => (
  <ValueInput
    id={id}
    value={value}
    placeholder="none"
    write={write}
    enter={enter}
    inputMode="text"
    onChange={onChange}
  />
);
