import type { ReactNode } from "react";
import styles from "./panel.module.css";

/** What is to be seen now, in words; the first sentence is the main one. */
export function WhatYouSee({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  const [main, ...rest] = sentences;
  return (
    <section>
      <h2 className={styles["panel-title"]}>What you see</h2>
      <p className={styles["sentence"]} data-testid="sentence" aria-live="polite">
        {main}
      </p>
      {rest.map((sentence, at) => (
        <p key={at}>{sentence}</p>
      ))}
    </section>
  );
}
