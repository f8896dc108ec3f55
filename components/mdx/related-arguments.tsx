import Link from "next/link";
import type { ReactNode } from "react";
import { documentedArg } from "./documented-arg";
import styles from "./mdx.module.css";

export const RelatedArguments = ({ name }: { readonly name: string }): ReactNode => (
  <nav className={styles["related"]} aria-labelledby="related">
    <h2 id="related">Related</h2>
    <ul>
      {documentedArg(name).related.map((other) => (
        <li key={other}>
          <Link href={`/docs/arguments/${other}`}>
            <code>{other}</code>
          </Link>{" "}
          {documentedArg(other).summary}
        </li>
      ))}
    </ul>
  </nav>
);
