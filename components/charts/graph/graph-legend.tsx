import type { ReactNode } from "react";
import styles from "./graph-plot.module.css";

/** Names the lines and boxes of a graph; `hasOrder` where some lines only say what has to run first. */
export const GraphLegend = ({ hasOrder = true }: { readonly hasOrder?: boolean }): ReactNode => (
  <ul className={styles["legend"]} aria-label="Lines and boxes">
    <li data-export>
      <Sample>
        <path className={styles["edge"]} data-lit="true" d="M1,6H27" />
      </Sample>
      runs
    </li>
    <li data-export>
      <Sample>
        <path className={styles["edge"]} data-lit="false" d="M1,6H27" />
      </Sample>
      does not run
    </li>
    <li data-export>
      <Sample>
        <rect className={styles["box"]} data-lit="true" x="2" y="1" width="24" height="10" rx="5" />
      </Sample>
      variable
    </li>
    {hasOrder && (
      <li data-export>
        <Sample>
          <path className={styles["edge"]} data-lit="true" d="M1,6H20" />
          <path className={styles["head"]} data-hollow="true" data-lit="true" d="M19,2v8l7,-4z" />
        </Sample>
        has to run first
      </li>
    )}
  </ul>
);

const Sample = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <svg className={styles["sample"]} viewBox="0 0 28 12" width="28" height="12" aria-hidden>
    {children}
  </svg>
);
