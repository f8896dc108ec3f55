import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { documentedArgs } from "@/engine/spec/batch-norm";
import styles from "./index.module.css";

export const metadata: Metadata = {
  title: "Reference",
  description:
    "Every argument of the layer, with its rule, its default, its messages and a live figure.",
};

export default function DocsPage(): ReactNode {
  return (
    <>
      <h1>Reference</h1>
      <p>
        The layer is the one of the latest Keras 2 (<code>keras-2-v2</code>). Each page gives an
        argument’s type, default and rule, the messages for what it refuses, and a live figure where
        the argument can be seen at work.
      </p>
      <dl className={styles["list"]}>
        {documentedArgs.map(({ name, summary }) => (
          <div key={name}>
            <dt>
              <Link href={`/docs/arguments/${name}`}>
                <code>{name}</code>
              </Link>
            </dt>
            <dd>{summary}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
