import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./mdx.module.css";

export interface RelatedPage {
  readonly name: string;
  readonly href: string;
  readonly summary: string;
}

export const RelatedPages = ({ pages }: { readonly pages: readonly RelatedPage[] }): ReactNode => (
  <nav className={styles["related"]} aria-labelledby="related">
    <h2 id="related">Related</h2>
    <ul>
      {pages.map(({ name, href, summary }) => (
        <li key={name}>
          <Link href={href}>
            <code>{name}</code>
          </Link>{" "}
          {summary}
        </li>
      ))}
    </ul>
  </nav>
);
