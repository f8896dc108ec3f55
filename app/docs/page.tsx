import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { functions, methods, properties } from "@/engine/spec/members";
import styles from "./index.module.css";

export const metadata: Metadata = {
  title: "Reference",
  description:
    "Every argument, property and method of the layer, with its rule, its default, its messages and an example.",
};

export default function DocsPage(): ReactNode {
  return (
    <>
      <h1>Reference</h1>
      <p>
        Each page gives an argument’s type, default and rule, the messages for what it refuses, and
        a live figure where the argument can be seen at work; below them are the layer’s properties
        and methods, and the function that stands for both. Unless another version is named, the
        layer is that of the latest Keras 2 (<code>keras-2-v2</code>);{" "}
        <Link href="/docs/versions">Versions</Link> tells what nine others do differently,{" "}
        <Link href="/docs/deviations">Deviations</Link> where this engine departs from TensorFlow,{" "}
        <Link href="/docs/graph">The graph</Link> why nothing moves in TensorFlow 1 by itself, and{" "}
        <Link href="/docs/speed">How fast is it</Link> what its kernels take beside other libraries.
      </p>
      <h2>Arguments</h2>
      <PageList route="arguments" subjects={documentedArgs} />
      <h2>Properties</h2>
      <PageList route="members" subjects={properties} />
      <h2>Methods</h2>
      <PageList route="members" subjects={methods} />
      <h2>Functional interface</h2>
      <PageList route="members" subjects={functions} />
    </>
  );
}

interface PageListProps {
  readonly route: string;
  readonly subjects: readonly { readonly name: string; readonly summary: string }[];
}

const PageList = ({ route, subjects }: PageListProps): ReactNode => (
  <dl className={styles["list"]}>
    {subjects.map(({ name, summary }) => (
      <div key={name}>
        <dt>
          <Link href={`/docs/${route}/${name}`}>
            <code>{name}</code>
          </Link>
        </dt>
        <dd>{summary}</dd>
      </div>
    ))}
  </dl>
);
