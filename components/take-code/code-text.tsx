"use client";

import python from "highlight.js/lib/languages/python";
import { createLowlight } from "lowlight";
import { Fragment } from "react";
import type { ReactNode } from "react";
import { segmentsOf } from "./segments";
import styles from "./take-code.module.css";

const lowlight = createLowlight({ python });

type Node = ReturnType<typeof lowlight.highlight>["children"][number];

/** The kinds of words that look different here; the others are plain. */
const looks: Readonly<Record<string, string | undefined>> = {
  "hljs-comment": styles["comment"],
  "hljs-keyword": styles["keyword"],
  "hljs-literal": styles["literal"],
  "hljs-string": styles["string"],
  "hljs-title": styles["name"],
};

const classOf = (node: Extract<Node, { readonly type: "element" }>): string | undefined => {
  const { className } = node.properties;
  const names = Array.isArray(className) ? className : [];
  return names.map((name) => looks[name]).find((look) => look !== undefined);
};

const rendered = (nodes: readonly Node[]): ReactNode =>
  nodes.map((node, i) => {
    if (node.type === "text") return node.value;
    if (node.type !== "element") return null;
    const look = classOf(node);
    const inside = rendered(node.children);
    return look === undefined ? (
      inside
    ) : (
      <span key={i} className={look}>
        {inside}
      </span>
    );
  });

export interface CodeTextProps {
  readonly text: string;
  readonly label: string;
}

/** A Python program with its words told apart. It scrolls in both directions. */
export function CodeText({ text, label }: CodeTextProps): ReactNode {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <pre className={styles["code"]} tabIndex={0} role="region" aria-label={label}>
      <code>
        {segmentsOf(text).map((segment, i) => (
          <Fragment key={i}>
            {segment.isNumbers
              ? segment.text
              : rendered(lowlight.highlight("python", segment.text).children)}
          </Fragment>
        ))}
      </code>
    </pre>
  );
}
