"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useState } from "react";
import type { ReactNode } from "react";
import { download } from "@/components/charts/export/download";
import type { Framework } from "@/components/code-export/code";
import { frameworks } from "@/components/code-export/frameworks";
import { subjectOf } from "@/components/code-export/subject";
import type { CodeSource, CodeSubject } from "@/components/code-export/subject";
import { CodeText } from "./code-text";
import { chosenFramework, rememberFramework } from "./remembered";
import styles from "./take-code.module.css";

/** The programs, one tab for each framework. */
export function CodePanel({ source }: { readonly source: CodeSource }): ReactNode {
  const [id, setId] = useState(chosenFramework);
  const subject = subjectOf(source);
  return (
    <Tabs.Root
      className={styles["panel"]}
      value={id}
      onValueChange={(value: string) => {
        setId(value);
        rememberFramework(value);
      }}
    >
      <Tabs.List className={styles["tabs"]} aria-label="Framework" activateOnFocus>
        {frameworks.map((framework) => (
          <Tabs.Tab key={framework.id} value={framework.id} className={styles["tab"] ?? ""}>
            {framework.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {frameworks.map((framework) => (
        <Tabs.Panel key={framework.id} value={framework.id} tabIndex={-1}>
          {framework.id === id && <Program framework={framework} subject={subject} />}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}

interface ProgramProps {
  readonly framework: Framework;
  readonly subject: CodeSubject;
}

function Program({ framework, subject }: ProgramProps): ReactNode {
  const { text, notes, data } = framework.write(subject);
  return (
    <>
      <Actions framework={framework} text={text} />
      <CodeText text={text} label={`The code for ${framework.label}`} />
      <h3 className={styles["title"]}>Notes</h3>
      {notes.length === 0 ? (
        <p className={styles["note"]}>
          Every argument that is set means in {framework.label} what it means here.
        </p>
      ) : (
        <ul className={styles["notes"]}>
          {notes.map(({ about, text: said }) => (
            <li key={`${about.join()} ${said}`} className={styles["note"]}>
              {about.map((name) => (
                <code key={name}>{name}</code>
              ))}
              {said}
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && (
        <button
          type="button"
          className="quiet-button"
          onClick={() => download(data.name, new Blob([data.content], { type: "text/csv" }))}
        >
          Save {data.name}
        </button>
      )}
    </>
  );
}

interface ActionsProps {
  readonly framework: Framework;
  readonly text: string;
}

function Actions({ framework, text }: ActionsProps): ReactNode {
  const [said, setSaid] = useState<{ readonly of: string; readonly what: string } | null>(null);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid({ of: text, what: "Code copied." }),
      () =>
        setSaid({
          of: text,
          what: "This browser does not let pages copy. Select the code, or save it.",
        }),
    );
  };
  return (
    <div className={styles["actions"]}>
      <button type="button" className="quiet-button" onClick={copy}>
        Copy code
      </button>
      <button
        type="button"
        className="quiet-button"
        onClick={() => download(framework.fileName, new Blob([text], { type: "text/x-python" }))}
      >
        Save as .py
      </button>
      {/* What was copied is no longer what is shown once the code has changed. */}
      <output>{said?.of === text ? said.what : ""}</output>
    </div>
  );
}
