import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { defaultProfile, profiles } from "@/engine/spec/profiles";
import { switchRows } from "@/engine/spec/versions/switch-texts";
import styles from "./versions.module.css";

export const metadata: Metadata = {
  title: "Versions",
  description: "What ten versions of the layer do differently, switch by switch.",
};

/** The latest first: most readers have one of those. */
const newestFirst = Object.entries(profiles).reverse();
const ids = newestFirst.map(([id]) => id);
const rows = switchRows(newestFirst.map(([, profile]) => profile));
const standard = ids.indexOf(defaultProfile);

export default function VersionsPage(): ReactNode {
  return (
    <>
      <h1>Versions</h1>
      <p>
        The layer has changed since 2017, mostly without a change of its name. Each column is one
        version; each row is a question on which versions answer differently. Answers that differ
        from the latest Keras 2 are set in bold. The layer of a version is made with{" "}
        <code>{'new BatchNormalization(args, { profile: "tf-1.14-v2" })'}</code>, and a figure shows
        it with <code>profile=tf-1.14-v2</code> in its link.
      </p>
      <dl className={styles["profiles"]}>
        {newestFirst.map(([id, { summary }]) => (
          <div key={id}>
            <dt>
              <code>{id}</code>
            </dt>
            <dd>{summary}</dd>
          </div>
        ))}
      </dl>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div className={styles["scroll"]} role="region" aria-label="Switches by version" tabIndex={0}>
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">Question</th>
              {ids.map((id) => (
                <th key={id} scope="col">
                  <code>{id}</code>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, question, argument, answers }) => (
              <tr key={name}>
                <th scope="row">
                  {question}{" "}
                  <Link href={`/docs/arguments/${argument}`}>
                    <code>{argument}</code>
                  </Link>
                </th>
                {answers.map((answer, i) => (
                  <td key={ids[i]} data-differs={answer !== answers[standard]}>
                    {answer}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
