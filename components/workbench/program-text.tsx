import type { ReactNode } from "react";
import panel from "./panel.module.css";
import styles from "./program-text.module.css";

/** A piece of a program; `mark` is what the reader should notice about it. */
export interface ProgramLine<Mark extends string> {
  readonly text: string;
  readonly mark: Mark | null;
}

/** How a mark stands out: in words, and in colour. */
export interface MarkLook {
  readonly text: string;
  readonly tone: "absent" | "wrong" | "added" | "idle";
}

export interface ProgramTextProps<Mark extends string> {
  readonly lines: readonly ProgramLine<Mark>[];
  readonly marks: Readonly<Record<Mark, MarkLook>>;
}

/** The program behind a figure of a deferred graph. */
export const ProgramText = <Mark extends string>({
  lines,
  marks,
}: ProgramTextProps<Mark>): ReactNode => (
  <section>
    <h2 className={panel["panel-title"]}>The program</h2>
    <p className={styles["note"]}>
      As one wrote it for TensorFlow 1, or with <code>tensorflow.compat.v1</code> for 2.
    </p>
    <ol className={styles["program"]}>
      {lines.map(({ text, mark }, i) => (
        <li key={i} data-tone={mark === null ? undefined : marks[mark].tone}>
          {mark !== null && lines[i - 1]?.mark !== mark && (
            <span className={styles["mark"]}>{marks[mark].text}</span>
          )}
          <code>{text}</code>
        </li>
      ))}
    </ol>
  </section>
);
