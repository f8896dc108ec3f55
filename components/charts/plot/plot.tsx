import type { PointerEventHandler, ReactNode } from "react";
import type { Axis } from "./axis";
import { unitSize } from "./axis";
import styles from "./plot.module.css";

export interface PlotProps {
  /** What a screen reader says instead of the picture. */
  readonly label: string;
  readonly title: ReactNode;
  readonly x: Axis;
  readonly y: Axis;
  readonly xTitle?: string;
  /** "large" plots share a figure with "small" ones beside them. */
  readonly size: "large" | "small";
  readonly hidesTicks?: boolean;
  /** Marks, in the unit square. */
  readonly children: ReactNode;
  readonly onPointerDown?: PointerEventHandler<SVGSVGElement>;
  readonly onPointerMove?: PointerEventHandler<SVGSVGElement>;
}

/**
 * A plot that fits any width without measuring: axes are placed in percent, marks are stretched from a unit
 * square with strokes that keep their width. So the same markup serves the server, a phone and a wall.
 */
export function Plot(props: PlotProps): ReactNode {
  const { x, y, size, label } = props;
  return (
    <div className={styles["plot"]} data-size={size}>
      <p className={styles["title"]} data-export>
        {props.title}
      </p>
      <div className={styles["frame"]}>
        <svg
          className={styles["area"]}
          role="img"
          aria-label={label}
          onPointerDown={props.onPointerDown}
          onPointerMove={props.onPointerMove}
          data-scrubs={props.onPointerDown === undefined ? undefined : ""}
        >
          <g className={styles["grid"]}>
            {y.ticks.map((tick) => (
              <line
                key={tick.percent}
                x1="0"
                x2="100%"
                y1={`${tick.percent}%`}
                y2={`${tick.percent}%`}
              />
            ))}
          </g>
          <g className={styles["ticks"]} aria-hidden>
            {y.ticks.map((tick) => (
              <text key={tick.percent} x="-8" y={`${tick.percent}%`} dy="0.32em" textAnchor="end">
                {tick.text}
              </text>
            ))}
            {props.hidesTicks !== true &&
              x.ticks.map((tick) => (
                <text
                  key={tick.percent}
                  x={`${tick.percent}%`}
                  y="100%"
                  dy="1.5em"
                  textAnchor="middle"
                >
                  {tick.text}
                </text>
              ))}
          </g>
          <line className={styles["base"]} x1="0" x2="100%" y1="100%" y2="100%" />
          <svg
            viewBox={`0 0 ${unitSize} ${unitSize}`}
            preserveAspectRatio="none"
            className={styles["marks"]}
            overflow="visible"
          >
            {props.children}
          </svg>
        </svg>
      </div>
      {props.xTitle !== undefined && (
        <p className={styles["xTitle"]} data-export>
          {props.xTitle}
        </p>
      )}
    </div>
  );
}
