import type { ReactNode } from "react";
import styles from "./mdx.module.css";

export type Fact = readonly [term: string, fact: ReactNode];

/** What is known of a page's subject, in short. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }): ReactNode => (
  <dl className={styles["facts"]}>
    {facts.map(([term, fact]) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{fact}</dd>
      </div>
    ))}
  </dl>
);
