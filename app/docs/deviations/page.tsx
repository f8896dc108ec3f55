import type { Metadata } from "next";
import type { ReactNode } from "react";
import { deviations } from "@/engine/spec/versions/deviations";
import styles from "./deviations.module.css";

export const metadata: Metadata = {
  title: "Deviations",
  description: "Where the engine departs from TensorFlow on purpose, and why.",
};

export default function DeviationsPage(): ReactNode {
  return (
    <>
      <h1>Deviations</h1>
      <p>
        The engine computes what TensorFlow computes. These are the places where it departs from it
        on purpose: mostly where TensorFlow fails by accident, or where a browser has something
        other than Python has.
      </p>
      {deviations.map(({ id, topic, tensorflow, engine, reason }) => (
        <section key={id} id={id} className={styles["deviation"]} aria-labelledby={`${id}-topic`}>
          <h2 id={`${id}-topic`}>{topic}</h2>
          <dl>
            <dt>TensorFlow</dt>
            <dd>{tensorflow}</dd>
            <dt>This engine</dt>
            <dd>{engine}</dd>
            <dt>Why</dt>
            <dd>{reason}</dd>
          </dl>
        </section>
      ))}
    </>
  );
}
