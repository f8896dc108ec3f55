import type { ReactNode } from "react";
import panel from "@/components/workbench/panel.module.css";
import type { ProgramLine, ProgramMark } from "./program";
import styles from "./view.module.css";

const markText: Readonly<Record<ProgramMark, string>> = {
  missing: "This line is missing:",
  added: "Added:",
  "too early": "Too early, the collection is still empty:",
};

/** The program of the loop; what the switch is about stands out, in words too. */
export const ProgramText = ({ lines }: { readonly lines: readonly ProgramLine[] }): ReactNode => (
  <section>
    <h2 className={panel["panel-title"]}>The program</h2>
    <p className={styles["note"]}>
      As one wrote it for TensorFlow 1, or with <code>tensorflow.compat.v1</code> for 2.
    </p>
    <ol className={styles["program"]}>
      {lines.map(({ text, mark }, i) => (
        <li key={i} data-mark={mark ?? undefined}>
          {mark !== null && lines[i - 1]?.mark !== mark && (
            <span className={styles["mark"]}>{markText[mark]}</span>
          )}
          <code>{text}</code>
        </li>
      ))}
    </ol>
  </section>
);
