"use client";

import { useId, useState } from "react";
import type { ReactNode } from "react";
import { useOwnTable } from "@/components/state/use-own-table";
import type { TableChoices } from "@/workers/contract";
import { FileField } from "./file-field";
import { OwnTablePreview } from "./own-table-preview";
import styles from "./own-table.module.css";
import { TableChoiceFields } from "./table-choice-fields";

const firstChoices: TableChoices = { header: "auto", missing: "drop-rows", labelColumn: null };

/** Takes a table by paste or file, shows how it was read, and keeps what was given when it is refused. */
export function OwnTableForm({ onUse }: { readonly onUse: (key: string) => void }): ReactNode {
  const id = useId();
  const [text, setText] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [choices, setChoices] = useState<TableChoices>(firstChoices);
  // A file input cannot be emptied from outside, so a new one takes its place.
  const [fileInput, setFileInput] = useState(0);
  const { isReading, kept, failure, read, clear } = useOwnTable();
  const source = file ?? text;

  const giveFile = (given: File): void => {
    setFile(given);
    read(given, choices);
  };
  const choose = (next: TableChoices): void => {
    setChoices(next);
    if (file !== null || text !== "") read(source, next);
  };

  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        read(source, choices);
      }}
    >
      <label htmlFor={`${id}-text`}>Paste a table</label>
      <textarea
        id={`${id}-text`}
        rows={7}
        spellCheck={false}
        value={text}
        placeholder={"height,weight\n1.62,58\n1.80,77"}
        aria-describedby={failure === null ? undefined : `${id}-failure`}
        onChange={(event) => {
          setText(event.target.value);
          if (file !== null) setFileInput(fileInput + 1);
          setFile(null);
          clear();
        }}
      />
      <FileField key={fileInput} id={`${id}-file`} onGive={giveFile} />
      <TableChoiceFields
        choices={choices}
        labelColumns={[...(kept?.report.labelColumns ?? []), ...(kept?.columns ?? [])]}
        onChange={choose}
      />
      <div aria-live="polite" className={styles["result"]}>
        {isReading && <p>Reading…</p>}
        {failure !== null && (
          <p className="notice" data-tone="danger" id={`${id}-failure`}>
            {failure.message}
          </p>
        )}
        {kept !== null && <OwnTablePreview kept={kept} />}
      </div>
      <div className={styles["actions"]}>
        <button
          type="submit"
          className="button"
          disabled={isReading || (file === null && text === "")}
        >
          Read the table
        </button>
        <button
          type="button"
          className="button"
          data-tone="main"
          disabled={kept === null}
          onClick={() => {
            if (kept !== null) onUse(kept.key);
          }}
        >
          Use this table
        </button>
      </div>
    </form>
  );
}
