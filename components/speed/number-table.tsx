import type { ReactNode } from "react";
import styles from "./number-table.module.css";

/** A table that scrolls where it is wider than the page. Its caption names it, and the region it scrolls in. */
export const NumberTable = (props: {
  readonly id: string;
  readonly caption: ReactNode;
  readonly children: ReactNode;
}): ReactNode => (
  <div
    className={styles["scroll"]}
    role="region"
    aria-labelledby={props.id}
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    tabIndex={0}
  >
    <table className={styles["table"]}>
      <caption id={props.id}>{props.caption}</caption>
      {props.children}
    </table>
  </div>
);
