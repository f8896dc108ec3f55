import type { ReactNode } from "react";
import { unitSize } from "../plot/axis";
import type { Quantity } from "../plot/marks";
import { dotsPath } from "../shapes/paths";
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

export interface DotsProps {
  readonly of: Quantity;
  /** In the unit square. */
  readonly places: readonly number[];
}

/** What one path draws does not show through itself, so neighbours take turns among a few. */
const layers = 3;

/** The many dots of a lane, as few elements: darker where several lie on top of each other. */
export function Dots({ of, places }: DotsProps): ReactNode {
  const sorted = places.filter(Number.isFinite).toSorted((a, b) => a - b);
  return (
    <svg viewBox={`0 0 ${unitSize} ${unitSize}`} preserveAspectRatio="none" overflow="visible">
      {Array.from({ length: Math.min(layers, sorted.length) }, (_, layer) => {
        const own = sorted.filter((_, i) => i % layers === layer);
        const x = (i: number): number => own[i] ?? NaN;
        const d = dotsPath({ count: own.length, x, y: () => unitSize / 2 });
        return <path key={layer} className={styles["dots"]} data-quantity={of} d={d} />;
      })}
    </svg>
  );
}
