"use client";

import { memo, useRef } from "react";
import type { ReactNode } from "react";
import { cellSize } from "./layout";
import type { AxisPlace, CellPlace, TensorLayout } from "./layout";
import { moved } from "./move";
import styles from "./tensor-grid.module.css";

/** An element as it is drawn. */
export interface TensorCell {
  /** What it has in common with others, in a few letters; null where there is nothing. */
  readonly group: string | null;
  /** Which of the categorical colours the group has. */
  readonly tone: number | null;
  readonly value: string;
  /** What a screen reader says of it. */
  readonly description: string;
}

export interface AxisName {
  readonly text: string;
  readonly isKept: boolean;
}

export interface TensorGridProps {
  readonly label: string;
  readonly layout: TensorLayout;
  readonly cells: readonly TensorCell[];
  /** By axis. */
  readonly axisNames: readonly AxisName[];
  readonly selected: number | null;
  /** Absent in a poster. */
  readonly onSelect?: (element: number | null) => void;
}

/** The elements of a tensor as nested grids. The arrow keys lead from cell to cell; Escape lets go. */
export function TensorGrid(props: TensorGridProps): ReactNode {
  const { layout, cells, selected, onSelect } = props;
  const grid = useRef<SVGSVGElement>(null);
  const chosen = selected === null ? null : (cells[selected]?.group ?? null);
  return (
    <div className={styles["scroll"]}>
      <svg
        ref={grid}
        className={styles["grid"]}
        role="grid"
        aria-label={props.label}
        aria-rowcount={layout.rows}
        aria-colcount={layout.columns}
        width={layout.width}
        height={layout.height}
        onKeyDown={(event) => {
          const from = Number((event.target as Element).getAttribute("data-element") ?? NaN);
          if (event.key === "Escape") onSelect?.(null);
          const to = moved(layout, from, event.key);
          if (to === null) return;
          event.preventDefault();
          grid.current?.querySelector<SVGGElement>(`[data-element="${to}"]`)?.focus();
        }}
      >
        {layout.axes.map((place) => (
          <AxisLine key={place.axis} place={place} {...props.axisNames[place.axis]} />
        ))}
        {rowsOf(layout).map((elements, row) => (
          <g key={row} role="row" aria-rowindex={row + 1}>
            {elements.map((element) => {
              const [place, cell] = [layout.cells[element], cells[element]];
              if (place === undefined || cell === undefined) return null;
              return (
                <Cell
                  key={element}
                  element={element}
                  {...place}
                  {...cell}
                  isReached={element === (selected ?? 0)}
                  state={stateOf(cell.group, chosen, element === selected)}
                  {...(onSelect !== undefined && { onSelect })}
                />
              );
            })}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** The elements of each row of the lattice, from left to right. */
function rowsOf({ rows, columns, cells }: TensorLayout): readonly (readonly number[])[] {
  const found = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  cells.forEach(({ row, column }, element) => {
    const line = found[row];
    if (line !== undefined) line[column] = element;
  });
  return found;
}

type CellState = "plain" | "selected" | "sharing" | "apart";

function stateOf(group: string | null, chosen: string | null, isSelected: boolean): CellState {
  if (isSelected) return "selected";
  if (chosen === null) return "plain";
  return group === chosen ? "sharing" : "apart";
}

interface CellProps extends CellPlace, TensorCell {
  readonly element: number;
  /** Whether Tab leads here. */
  readonly isReached: boolean;
  readonly state: CellState;
  readonly onSelect?: (element: number) => void;
}

const inset = 1.5;

// Memoized by hand, as one of a list: the compiler makes the elements of a list anew together.
const Cell = memo(function Cell(props: CellProps): ReactNode {
  const { element, group, tone, onSelect } = props;
  const middle = cellSize.width / 2;
  return (
    <g
      role="gridcell"
      className={styles["cell"]}
      transform={`translate(${props.x} ${props.y})`}
      aria-label={props.description}
      aria-colindex={props.column + 1}
      aria-selected={props.state === "selected"}
      tabIndex={onSelect === undefined ? undefined : props.isReached ? 0 : -1}
      data-element={element}
      data-tone={tone ?? undefined}
      data-state={props.state}
      onFocus={() => onSelect?.(element)}
    >
      <rect
        x={inset}
        y={inset}
        width={cellSize.width - 2 * inset}
        height={cellSize.height - 2 * inset}
        rx={3}
      />
      {group !== null && (
        <text className={styles["group"]} x={middle} y={16} textAnchor="middle">
          {group}
        </text>
      )}
      <text className={styles["value"]} x={middle} y={group === null ? 24 : 30} textAnchor="middle">
        {props.value}
      </text>
    </g>
  );
});

/** A line along an axis with its name; drawn thick where the axis is kept. */
function AxisLine({
  place: { direction, x, y, length },
  text = "",
  isKept = false,
}: { readonly place: AxisPlace } & Partial<AxisName>): ReactNode {
  const isDown = direction === "down";
  return (
    <g
      className={styles["axis"]}
      data-kept={isKept ? "" : undefined}
      transform={`translate(${x} ${y})`}
      aria-hidden
    >
      <path d={isDown ? `M0,1.5v${length - 3}` : `M1.5,0h${length - 3}`} />
      {/* Names of axes that go down are read from below. */}
      <text
        x={isDown ? -1.5 : 1.5}
        y={-5}
        textAnchor={isDown ? "end" : "start"}
        transform={isDown ? "rotate(-90)" : undefined}
      >
        {text}
      </text>
    </g>
  );
}
