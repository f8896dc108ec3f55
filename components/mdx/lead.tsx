import type { ReactNode } from "react";
import styles from "./mdx.module.css";

/** The sentence under a page's title. */
export const Lead = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className={styles["lead"]}>{children}</div>
);
