import type { ReactNode } from "react";
import styles from "./mdx.module.css";

export interface Message {
  readonly key: string;
  /** What was done. */
  readonly occasion: ReactNode;
  readonly kind: string;
  readonly message: string;
}

/** What is refused, and what is said then. */
export const Messages = ({ messages }: { readonly messages: readonly Message[] }): ReactNode => (
  <dl className={styles["errors"]}>
    {messages.map(({ key, occasion, kind, message }) => (
      <div key={key}>
        <dt>{occasion}</dt>
        <dd>
          {kind}: {message}
        </dd>
      </div>
    ))}
  </dl>
);
