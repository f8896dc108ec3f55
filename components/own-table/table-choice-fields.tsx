"use client";

import { useId } from "react";
import type { ReactNode } from "react";
import type { TableChoices } from "@/workers/contract";
import styles from "./own-table.module.css";

export interface TableChoiceFieldsProps {
  readonly choices: TableChoices;
  readonly labelColumns: readonly string[];
  readonly onChange: (choices: TableChoices) => void;
}

/** How the text is to be read: header, missing cells, labels. */
export function TableChoiceFields({
  choices,
  labelColumns,
  onChange,
}: TableChoiceFieldsProps): ReactNode {
  const id = useId();
  // A label chosen for another table stays visible, or it could not be taken back.
  const offered = [...new Set([...labelColumns, choices.labelColumn ?? []].flat())];
  return (
    <div className={styles["choices"]}>
      <label htmlFor={`${id}-header`}>First row</label>
      <select
        id={`${id}-header`}
        value={choices.header}
        onChange={(event) =>
          onChange({ ...choices, header: event.target.value as TableChoices["header"] })
        }
      >
        <option value="auto">look and decide</option>
        <option value="present">names the columns</option>
        <option value="absent">is data</option>
      </select>
      <label htmlFor={`${id}-missing`}>Missing cells</label>
      <select
        id={`${id}-missing`}
        value={choices.missing}
        onChange={(event) =>
          onChange({ ...choices, missing: event.target.value as TableChoices["missing"] })
        }
      >
        <option value="drop-rows">drop their rows</option>
        <option value="column-mean">fill in the column mean</option>
      </select>
      <label htmlFor={`${id}-label`}>Label</label>
      <select
        id={`${id}-label`}
        value={choices.labelColumn ?? ""}
        onChange={(event) =>
          onChange({
            ...choices,
            labelColumn: event.target.value === "" ? null : event.target.value,
          })
        }
      >
        <option value="">none</option>
        {offered.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  );
}
