import type { ReactNode } from "react";
import { differencesOf } from "@/engine/spec/versions/differences";
import type { ProfileId } from "@/engine/spec/profiles";
import styles from "./field.module.css";

export interface VersionNoteProps {
  readonly argument: string;
  readonly profile: ProfileId;
}

/** The mark of an argument that the chosen version takes otherwise than the default one, and what is different. */
export function VersionNote({ argument, profile }: VersionNoteProps): ReactNode {
  const differences = differencesOf(argument, profile);
  if (differences.length === 0) return null;
  return (
    <details className={styles["version"]}>
      <summary aria-label={`${argument} differs in ${profile}`}>differs in {profile}</summary>
      <ul>
        {differences.map(({ question, answer, standard }) => (
          <li key={question}>
            {question} <strong>{answer}</strong>, by default {standard}.
          </li>
        ))}
      </ul>
    </details>
  );
}
