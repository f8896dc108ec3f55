import type { ReactNode } from "react";
import styles from "./controls.module.css";

/** The values that make up an argument, one below the other. */
export const Parts = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className={styles["parts"]}>{children}</div>
);

export interface PartFieldProps {
  readonly name: string;
  /** The id of the control this part has; its own label repeats the argument's name. */
  readonly controlId: string;
  readonly children: ReactNode;
}

export const PartField = ({ name, controlId, children }: PartFieldProps): ReactNode => (
  <div className={styles["part"]}>
    <label htmlFor={controlId} className={styles["partName"]}>
      {name}
    </label>
    {children}
  </div>
);
