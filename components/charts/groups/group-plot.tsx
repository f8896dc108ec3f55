import type { ReactNode } from "react";
import type { Axis } from "../plot/axis";
import { unitSize } from "../plot/axis";
import { circle, circleRadius, groupMark } from "./group-mark";
import styles from "./group-plot.module.css";

export interface GroupPoint {
  readonly value: number;
  /** The group whose mark it has; null for what lies there and is a member of none. */
  readonly group: number | null;
  /** How far down its row, from 0 to 1; the middle unless given. */
  readonly down?: number;
}

export interface PlotGroup {
  readonly name: string;
  /** The group whose mark stands at the name; null where the points have marks of several. */
  readonly group: number | null;
  /** What belongs to it, in words. */
  readonly note: string;
  /** What a screen reader says instead of the row. */
  readonly label: string;
  readonly points: readonly GroupPoint[];
  readonly mean: number;
  readonly deviation: number;
}

export interface GroupPlotProps {
  readonly title: ReactNode;
  readonly axis: Axis;
  readonly xTitle: string;
  readonly groups: readonly PlotGroup[];
}

const percent = (axis: Axis, value: number): string =>
  `${Math.round((axis.place(value) / unitSize) * 10000) / 100}%`;

/** One row per group: its members as marks of its shape and colour, its mean, and one deviation to either side. */
export function GroupPlot(props: GroupPlotProps): ReactNode {
  const { title, axis, xTitle, groups } = props;
  return (
    <div className={styles["plot"]}>
      <h3 className={styles["title"]} data-export>
        {title}
      </h3>
      <div className={styles["frame"]}>
        <svg className={styles["grid"]} aria-hidden>
          {axis.ticks.map(({ percent: x }) => (
            <line key={x} x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" />
          ))}
        </svg>
        {groups.map((group) => (
          <div key={group.name} className={styles["row"]} role="img" aria-label={group.label}>
            {group.group !== null && (
              <svg className={styles["key"]} aria-hidden>
                <Mark group={group.group} x="50%" y="50%" />
              </svg>
            )}
            <span className={styles["name"]} data-export>
              {group.name}
            </span>
            <span className={styles["note"]} data-export>
              {group.note}
            </span>
            <Lane axis={axis} group={group} />
          </div>
        ))}
        <svg className={styles["ticks"]} aria-hidden>
          {axis.ticks.map((tick) => (
            <text key={tick.percent} x={`${tick.percent}%`} y="1em" textAnchor="middle">
              {tick.text}
            </text>
          ))}
        </svg>
      </div>
      <p className={styles["x-title"]} data-export>
        {xTitle}
      </p>
    </div>
  );
}

function Lane({ axis, group }: { readonly axis: Axis; readonly group: PlotGroup }): ReactNode {
  const { mean, deviation } = group;
  const hasInterval = Number.isFinite(mean) && Number.isFinite(deviation);
  return (
    <svg
      className={styles["lane"]}
      data-tall={group.points.some(({ down }) => down !== undefined) ? "" : undefined}
      aria-hidden
    >
      {hasInterval && (
        <>
          <line
            className={styles["interval"]}
            x1={percent(axis, mean - deviation)}
            x2={percent(axis, mean + deviation)}
            y1="50%"
            y2="50%"
          />
          <line
            className={styles["mean"]}
            x1={percent(axis, mean)}
            x2={percent(axis, mean)}
            y1="0"
            y2="100%"
          />
        </>
      )}
      {group.points
        .filter(({ value }) => Number.isFinite(value))
        .map(({ group: member, value, down = 0.5 }, i) => {
          const at = { x: percent(axis, value), y: `${down * 100}%` };
          return member === null ? (
            <OutsiderMark key={i} {...at} />
          ) : (
            <Mark key={i} group={member} {...at} />
          );
        })}
    </svg>
  );
}

interface Place {
  readonly x: string;
  readonly y: string;
}

interface MarkProps extends Place {
  readonly group: number;
}

const OutsiderMark = ({ x, y }: Place): ReactNode => (
  <svg x={x} y={y} overflow="visible" data-quantity="population">
    <path className={styles["outsider"]} d="M-3.5,-3.5H3.5V3.5H-3.5Z" />
  </svg>
);

function Mark({ group, x, y }: MarkProps): ReactNode {
  const { colour, shape } = groupMark(group);
  return shape === circle ? (
    <circle className={styles["mark"]} cx={x} cy={y} r={circleRadius} data-group={colour} />
  ) : (
    <svg x={x} y={y} overflow="visible" data-group={colour}>
      <path className={styles["mark"]} d={shape} />
    </svg>
  );
}
