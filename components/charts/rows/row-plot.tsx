import type { ReactNode } from "react";
import { formatNumber } from "../format/number";
import type { Axis } from "../plot/axis";
import { unitSize } from "../plot/axis";
import styles from "./row-plot.module.css";

export interface PlotRow {
  readonly name: string;
  /** Null where there is nothing to draw. */
  readonly value: number | null;
  /** Whether the row is drawn with more weight than the others. */
  readonly isMain: boolean;
}

export interface RowPlotProps {
  /** What a screen reader says instead of the picture. */
  readonly label: string;
  readonly title: ReactNode;
  readonly axis: Axis;
  /** Where every bar begins. */
  readonly base: number;
  /** Follows every number, e.g. "×". */
  readonly unit: string;
  readonly rows: readonly PlotRow[];
}

const percent = (axis: Axis, value: number): number => (axis.place(value) / unitSize) * 100;
const rounded = (value: number): string => `${Math.round(value * 100) / 100}%`;

/** The ends of the axis keep their text inside the plot. */
const anchorAt = (place: number): "start" | "middle" | "end" =>
  place < 5 ? "start" : place > 95 ? "end" : "middle";

/** Named rows, each with its number and a bar that ends in a dot. Placed in percent, it fits any width. */
export function RowPlot({ label, title, axis, base, unit, rows }: RowPlotProps): ReactNode {
  return (
    <div className={styles["plot"]}>
      <p className={styles["title"]}>{title}</p>
      <div className={styles["frame"]} role="img" aria-label={label}>
        <svg className={styles["grid"]} aria-hidden>
          {axis.ticks.map((tick) => (
            <line
              key={tick.percent}
              x1={rounded(tick.percent)}
              x2={rounded(tick.percent)}
              y1="0"
              y2="100%"
            />
          ))}
          <line
            className={styles["base"]}
            x1={rounded(percent(axis, base))}
            x2={rounded(percent(axis, base))}
            y1="0"
            y2="100%"
          />
        </svg>
        {rows.map((row) => (
          <div key={row.name} className={styles["row"]} data-main={row.isMain ? "" : undefined}>
            <span>{row.name}</span>
            <span className={styles["value"]}>
              {row.value === null ? "not measured" : `${formatNumber(row.value, 3)} ${unit}`}
            </span>
            <Bar
              from={percent(axis, base)}
              to={row.value === null ? null : percent(axis, row.value)}
            />
          </div>
        ))}
        <svg className={styles["ticks"]} aria-hidden>
          {axis.ticks.map((tick) => (
            <text
              key={tick.percent}
              x={rounded(tick.percent)}
              y="1em"
              textAnchor={anchorAt(tick.percent)}
            >
              {tick.text}
            </text>
          ))}
        </svg>
      </div>
    </div>
  );
}

const Bar = ({ from, to }: { readonly from: number; readonly to: number | null }): ReactNode => (
  <svg className={styles["bar"]} aria-hidden>
    {to !== null && (
      <>
        <line x1={rounded(from)} x2={rounded(to)} y1="50%" y2="50%" />
        <circle cx={rounded(to)} cy="50%" r="3" />
      </>
    )}
  </svg>
);
