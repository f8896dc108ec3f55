import type { ReactNode } from "react";
import { unitSize } from "./axis";
import styles from "./spark.module.css";

/** A plot without axes, small enough to stand among many. What it shows is said beside it. */
export const Spark = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <svg
    className={styles["spark"]}
    viewBox={`0 0 ${unitSize} ${unitSize}`}
    preserveAspectRatio="none"
    aria-hidden
  >
    {children}
  </svg>
);
