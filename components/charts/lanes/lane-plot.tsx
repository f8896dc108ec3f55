import type { ReactNode } from "react";
import { unitSize } from "../plot/axis";
import type { Axis } from "../plot/axis";
import type { Quantity } from "../plot/marks";
import type { LaneCell, LanePanel, LanePoint, LaneRow, LaneWord } from "./lane";
import { Dots, Mark } from "./lane-mark";
import styles from "./lane-plot.module.css";

export interface LanePlotProps {
  readonly panels: readonly LanePanel[];
  readonly rows: readonly LaneRow[];
}

/** What lies beyond the axis ends with it. */
const within = ({ domain: [low, high] }: Axis, value: number): number =>
  Math.min(Math.max(value, low), high);

const percent = (axis: Axis, value: number): string =>
  `${Math.round((axis.place(value) / unitSize) * 10000) / 100}%`;

/** Rows of marks on the same axes; each row has a lane in every panel. Placed in percent, it fits any width. */
export function LanePlot({ panels, rows }: LanePlotProps): ReactNode {
  return (
    <div className={styles["plot"]}>
      <div className={styles["titles"]}>
        {panels.map(({ key, title }) => (
          <h3 key={key} className={styles["title"]} data-export>
            {title}
          </h3>
        ))}
      </div>
      {rows.map((row) => (
        <div key={row.key} className={styles["row"]} role="img" aria-label={row.label}>
          {panels.map((panel, at) => (
            <Cell key={panel.key} panel={panel} cell={row.cells[at]} />
          ))}
        </div>
      ))}
      <div className={styles["row"]}>
        {panels.map(({ key, axis, xTitle, hasAsides }) => (
          <div
            key={key}
            className={styles["axis"]}
            data-asides={hasAsides === true ? "" : undefined}
          >
            <svg className={styles["ticks"]} aria-hidden>
              {axis.ticks.map((tick) => (
                <text key={tick.percent} x={`${tick.percent}%`} y="1em" textAnchor="middle">
                  {tick.text}
                </text>
              ))}
            </svg>
            <p className={styles["x-title"]} data-export>
              {xTitle}
            </p>
          </div>
        ))}
      </div>
    </div>
  );
}

interface CellProps {
  readonly panel: LanePanel;
  readonly cell: LaneCell | undefined;
}

function Cell({ panel, cell }: CellProps): ReactNode {
  return (
    <div className={styles["cell"]} data-asides={panel.hasAsides === true ? "" : undefined}>
      <Backdrop panel={panel} />
      {cell !== undefined && cell.words.length > 0 && (
        <p className={styles["words"]}>
          {cell.words.map((word) => (
            <Word key={word.text} {...word} />
          ))}
        </p>
      )}
      <svg className={styles["lane"]} aria-hidden>
        {cell !== undefined && <Lane axis={panel.axis} cell={cell} />}
      </svg>
      {cell?.aside !== undefined && (
        <p className={styles["aside"]}>
          <Word {...cell.aside} />
        </p>
      )}
    </div>
  );
}

const Word = ({ text, of, isName }: LaneWord): ReactNode => (
  <span className={styles[isName === true ? "name" : "note"]} data-quantity={of} data-export>
    {text}
  </span>
);

/** The lines that go through the lanes of all rows. */
const Backdrop = ({ panel: { axis, rules } }: Pick<CellProps, "panel">): ReactNode => (
  <svg className={styles["backdrop"]} aria-hidden>
    {axis.ticks.map((tick) => (
      <line
        key={tick.percent}
        className={styles["grid"]}
        x1={`${tick.percent}%`}
        x2={`${tick.percent}%`}
        y1="0"
        y2="100%"
      />
    ))}
    {rules
      .filter(({ value }) => Number.isFinite(value))
      .map(({ of, value }) => (
        <line
          key={of}
          className={styles["rule"]}
          data-quantity={of}
          x1={percent(axis, value)}
          x2={percent(axis, value)}
          y1="0"
          y2="100%"
        />
      ))}
  </svg>
);

/** Of each quantity that has some, in the order of the first of each. */
function dotsIn(points: readonly LanePoint[]): ReadonlyMap<Quantity, readonly number[]> {
  const dots = points.filter(({ mark }) => mark === "dot");
  const quantities = new Set(dots.map(({ of }) => of));
  const valuesOf = (wanted: Quantity): readonly number[] =>
    dots.filter(({ of }) => of === wanted).map(({ value }) => value);
  return new Map([...quantities].map((of) => [of, valuesOf(of)]));
}

function Lane({ axis, cell }: { readonly axis: Axis; readonly cell: LaneCell }): ReactNode {
  const { points, interval } = cell;
  return (
    <>
      {interval !== null && [interval.low, interval.high].every(Number.isFinite) && (
        <g data-quantity={interval.of}>
          <line
            className={styles["interval"]}
            x1={percent(axis, within(axis, interval.low))}
            x2={percent(axis, within(axis, interval.high))}
            y1="50%"
            y2="50%"
          />
          <line
            className={styles["middle"]}
            x1={percent(axis, within(axis, interval.middle))}
            x2={percent(axis, within(axis, interval.middle))}
            y1="5%"
            y2="95%"
          />
        </g>
      )}
      {[...dotsIn(points)].map(([of, values]) => (
        <Dots key={of} of={of} places={values.map(axis.place)} />
      ))}
      {points
        .filter(({ mark, value }) => mark !== "dot" && Number.isFinite(value))
        .map(({ mark, of, value }, i) => (
          <Mark key={i} mark={mark} of={of} x={percent(axis, value)} />
        ))}
    </>
  );
}
