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
        Each page gives an argument’s type, default and rule, the messages for what it refuses, and
        a live figure where the argument can be seen at work. Unless another version is named, the
        layer is that of the latest Keras 2 (<code>keras-2-v2</code>);{" "}
        <Link href="/docs/versions">Versions</Link> tells what nine others do differently,{" "}
        <Link href="/docs/deviations">Deviations</Link> where this engine departs from TensorFlow,
        and <Link href="/docs/speed">How fast is it</Link> what its kernels take beside other
        libraries.
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
