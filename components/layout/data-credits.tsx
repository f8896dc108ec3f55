import type { ReactNode } from "react";
import { measuredDataSets } from "@/engine/spec/run/data-sets";
import styles from "./data-credits.module.css";

/** Who measured the data, and under which licence it is here. */
export const DataCredits = (): ReactNode => (
  <section className={styles["credits"]} aria-labelledby="data-credits">
    <h2 id="data-credits">The data</h2>
    <dl>
      {Object.values(measuredDataSets).map(({ title, about, credit, licence, file }) => (
        <div key={file}>
          <dt>
            {title}{" "}
            <a href={`${process.env["NEXT_PUBLIC_BASE_PATH"] ?? ""}/${file}`} download>
              CSV
            </a>
          </dt>
          <dd>
            {about} {credit}, {licence}.
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
