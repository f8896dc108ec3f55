import type { ReactNode } from "react";
import styles from "./formula-line.module.css";

/** A number in the colour of the quantity it is of. */
export const Quantity = ({
  of,
  children,
}: {
  readonly of: string;
  readonly children: ReactNode;
}): ReactNode => (
  <span className={styles["quantity"]} data-quantity={of}>
    {children}
  </span>
);

/** A formula with its numbers filled in, under the name of what it makes. */
export const FormulaLine = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode => (
  <p className={styles["formula"]}>
    <span className={styles["name"]}>{name}</span>
    <span>{children}</span>
  </p>
);
