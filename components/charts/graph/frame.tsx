import type { ReactNode } from "react";
import type { GraphFrame } from "./drawing";
import styles from "./graph-plot.module.css";

const lineHeight = 13;

/** A frame with its name inside its upper edge. */
export const Frame = ({ frame }: { readonly frame: GraphFrame }): ReactNode => (
  // For the pointer only: the whole graph has its label.
  <g aria-hidden>
    <title>{frame.hint}</title>
    <rect
      className={styles["frame"]}
      data-look={frame.look}
      x={`${frame.left}%`}
      width={`${frame.right - frame.left}%`}
      y={frame.top}
      height={frame.height}
      rx={6}
    />
    {frame.lines.map((line, i) => (
      <text
        key={i}
        className={styles["frameName"]}
        data-first={i === 0}
        x={`${frame.left}%`}
        dx={4}
        y={frame.top + 13 + i * lineHeight}
      >
        {line}
      </text>
    ))}
  </g>
);
