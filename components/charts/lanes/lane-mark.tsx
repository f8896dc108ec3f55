import type { ReactNode } from "react";
import type { Quantity } from "../plot/marks";
import type { LaneMark } from "./lane";
import styles from "./lane-mark.module.css";

/** What is round can be placed in percent without a picture around it. */
const radii: Readonly<Partial<Record<LaneMark, number>>> = { dot: 2.75, ringed: 4 };

const ringRadius = 7;

const outlines: Readonly<Partial<Record<LaneMark, string>>> = {
  diamond: "M0,-6L5,0L0,6L-5,0Z",
  hollow: "M-3.5,-3.5H3.5V3.5H-3.5Z",
  square: "M-4,-4H4V4H-4Z",
};

export interface MarkProps {
  readonly mark: LaneMark;
  readonly of: Quantity;
  readonly x: string;
}

/** A mark in the middle of its lane's height. */
export function Mark({ mark, of, x }: MarkProps): ReactNode {
  const radius = radii[mark];
  if (radius === undefined) {
    return (
      <svg x={x} y="50%" overflow="visible">
        <path className={styles[mark]} data-quantity={of} d={outlines[mark]} />
      </svg>
    );
  }
  return (
    <>
      {mark === "ringed" && <circle className={styles["ring"]} cx={x} cy="50%" r={ringRadius} />}
      <circle className={styles[mark]} data-quantity={of} cx={x} cy="50%" r={radius} />
    </>
  );
}
