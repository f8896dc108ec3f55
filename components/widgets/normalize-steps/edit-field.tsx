"use client";

import type { ReactNode } from "react";
import { enteredInto } from "@/components/controls/entered";
import { parseNumber } from "@/components/controls/parse";
import { ValueInput } from "@/components/controls/value-input";
import type { ChangeExperiment } from "@/components/live-figure/figure-parts";
import { isSameCell, mostEdits, sortedEdits } from "@/engine/spec/cell-edit";
import type { CellEdit } from "@/engine/spec/cell-edit";
import type { FigureModel } from "./figure-model";
import styles from "./view.module.css";
import { plural } from "./words";

export interface EditFieldProps {
  readonly id: string;
  readonly model: FigureModel;
  /** Absent in a poster. */
  readonly onChange?: ChangeExperiment;
  /** Called when the reader is done with the field. */
  readonly onDone: () => void;
}

const enter = enteredInto<number>({
  argument: "edits",
  name: "value",
  rule: "given a value that is a finite number",
  read: parseNumber,
  accepts: (value): value is number => typeof value === "number" && Number.isFinite(value),
});

/** What a layer of fewer digits made of a number is not written out to digits that it does not have. */
const write = (value: number): string => String(Number(value.toPrecision(7)));

/** The selected input, to be replaced, and what takes edits back. */
export function EditField({ id, model, onChange, onDone }: EditFieldProps): ReactNode {
  const { example, channelName, isPadding, edit, edits } = model;
  const isFull = edit === null && edits.length >= mostEdits;
  return (
    <form
      className={styles["edit"]}
      inert={onChange === undefined}
      aria-label="Edit the input"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      {isPadding || isFull ? (
        <p>
          {isPadding
            ? `Example ${example} is padding: its inputs are 0 and cannot be edited.`
            : `A link holds ${mostEdits} edits at most: take one back to make another.`}
        </p>
      ) : (
        <>
          <label htmlFor={id}>
            x of example {example}, {channelName}
          </label>
          <span className={styles["field"]}>
            <Field id={id} model={model} onChange={onChange} />
          </span>
        </>
      )}
      <Removals edit={edit} edits={edits} onChange={onChange} />
    </form>
  );
}

const withoutEdit = (edits: readonly CellEdit[], of: CellEdit): readonly CellEdit[] =>
  edits.filter((edit) => !isSameCell(edit, of));

function Field({
  id,
  model,
  onChange,
}: Pick<EditFieldProps, "id" | "model"> & {
  readonly onChange: ChangeExperiment | undefined;
}): ReactNode {
  const { step, example, channel, selected, edit, edits } = model;
  return (
    <ValueInput
      key={`${step}.${example}.${channel}`}
      id={id}
      value={edit?.value ?? Number(write(selected.input))}
      write={edit === null ? write : String}
      enter={enter}
      inputMode="decimal"
      onChange={(value, isContinued) => {
        const edited = { step, example, channel, value };
        onChange?.({ edits: sortedEdits([...withoutEdit(edits, edited), edited]) }, isContinued);
      }}
    />
  );
}

interface RemovalsProps {
  readonly edit: CellEdit | null;
  readonly edits: readonly CellEdit[];
  readonly onChange: ChangeExperiment | undefined;
}

const Removals = ({ edit, edits, onChange }: RemovalsProps): ReactNode => (
  <>
    {edit !== null && (
      <button
        type="button"
        className="quiet-button"
        onClick={() => onChange?.({ edits: withoutEdit(edits, edit) })}
      >
        Take this edit back
      </button>
    )}
    {edits.length > (edit === null ? 0 : 1) && (
      <button type="button" className="quiet-button" onClick={() => onChange?.({ edits: [] })}>
        Take back {edits.length === 1 ? "the one edit" : `all ${plural(edits.length, "edit")}`}
      </button>
    )}
  </>
);
