import type { ReactNode } from "react";
import type { Quantity } from "../plot/marks";
import type { LaneMark } from "./lane";
import styles from "./lane-mark.module.css";

const outlines: Readonly<Record<LaneMark, string>> = {
  dot: "M-2.75,0A2.75,2.75 0 1 0 2.75,0A2.75,2.75 0 1 0 -2.75,0Z",
  ringed: "M-4,0A4,4 0 1 0 4,0A4,4 0 1 0 -4,0Z",
  diamond: "M0,-6L5,0L0,6L-5,0Z",
  hollow: "M-3.5,-3.5H3.5V3.5H-3.5Z",
  square: "M-4,-4H4V4H-4Z",
};

const ring = "M-7,0A7,7 0 1 0 7,0A7,7 0 1 0 -7,0Z";

export interface MarkProps {
  readonly mark: LaneMark;
  readonly of: Quantity;
  readonly x: string;
}

/** A mark in the middle of its lane's height. */
export const Mark = ({ mark, of, x }: MarkProps): ReactNode => (
  <svg x={x} y="50%" overflow="visible">
    {mark === "ringed" && <path className={styles["ring"]} d={ring} />}
    <path className={styles[mark]} data-quantity={of} d={outlines[mark]} />
  </svg>
);
