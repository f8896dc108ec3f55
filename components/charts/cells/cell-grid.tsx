"use client";

import { memo, useEffect, useRef } from "react";
import type { KeyboardEvent, ReactNode, RefObject } from "react";
import styles from "./cell-grid.module.css";
import { headLines } from "./cell-row";
import type { CellAddress, CellColumn, CellRow, GridCell } from "./cell-row";

export interface CellGridProps {
  readonly label: string;
  readonly columns: readonly CellColumn[];
  /** How many rows and columns there are, of which the grid may show some only. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: readonly CellRow[];
  /** The cell to which Tab leads. */
  readonly reached: CellAddress;
  /** The cell to which a key leads from another; it may be one that is not shown yet. Null where it leads nowhere. */
  readonly move: (from: CellAddress, key: string) => CellAddress | null;
  /** Absent in a poster. */
  readonly onSelect?: (cell: CellAddress) => void;
  /** Called when the focus leaves the grid. */
  readonly onLeave?: () => void;
  /** Another key, pressed on a cell; true where it was used. */
  readonly onKey?: (key: string) => boolean;
}

const size = { head: 100, row: 30, top: 38, gap: 10 } as const;

/** A few columns have room for the words above them. */
const cellWidth = (columns: number): number => (columns > 6 ? 72 : 86);

const keyOf = ({ row, column }: CellAddress): string => `${row}/${column}`;

/** Numbers in rows and columns. The arrow keys lead from cell to cell, beyond those that are shown too. */
export function CellGrid(props: CellGridProps): ReactNode {
  const { columns, rows, reached, onSelect } = props;
  const wide = cellWidth(columns.length);
  const grid = useRef<SVGSVGElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const handleKeyDown = useKeys(grid, props);
  const keptFocus = useKeptFocus(grid, keyOf(reached));
  useInView(
    box,
    columns.findIndex(({ index }) => index === reached.column),
    wide,
  );
  const tops = topsOf(rows);
  return (
    <div ref={box} className={styles["scroll"]}>
      <svg
        ref={grid}
        className={styles["grid"]}
        role="grid"
        aria-label={props.label}
        aria-rowcount={props.rowCount + 1}
        aria-colcount={props.columnCount + 1}
        width={size.head + columns.length * wide}
        height={(tops.at(-1) ?? size.top) + size.row + 2}
        onKeyDown={handleKeyDown}
        onFocus={keptFocus.onFocus}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (currentTarget.contains(relatedTarget)) return;
          keptFocus.onLeave();
          props.onLeave?.();
        }}
      >
        <Heads columns={columns} selected={reached.column} />
        {rows.map((row, at) => (
          <g key={row.key} role="row" aria-rowindex={row.index + 2} data-quantity={row.of}>
            <RowHead row={row} top={tops[at] ?? 0} />
            {row.cells.map((cell, place) => {
              const column = columns[place]?.index ?? place;
              const address = { row: row.key, column };
              return (
                <Cell
                  key={column}
                  {...cell}
                  id={keyOf(address)}
                  x={size.head + place * wide}
                  width={wide}
                  y={tops[at] ?? 0}
                  column={column}
                  tabIndex={tabIndexOf(props, keyOf(address) === keyOf(reached))}
                  {...(onSelect !== undefined && { row: row.key, onSelect })}
                />
              );
            })}
          </g>
        ))}
      </svg>
    </div>
  );
}

const tabIndexOf = ({ onSelect }: CellGridProps, isReached: boolean): number | undefined =>
  onSelect === undefined ? undefined : isReached ? 0 : -1;

function topsOf(rows: readonly CellRow[]): readonly number[] {
  let top: number = size.top - size.row;
  return rows.map(({ isApart }) => (top += size.row + (isApart === true ? size.gap : 0)));
}

/** Scrolls the grid in its box, and not the page, until a column can be seen. */
function useInView(box: RefObject<HTMLDivElement | null>, place: number, wide: number): void {
  useEffect(() => {
    if (box.current === null) return;
    const { scrollLeft, clientWidth } = box.current;
    const left = size.head + place * wide;
    const isSeen = left >= scrollLeft && left + wide <= scrollLeft + clientWidth;
    if (!isSeen) box.current.scrollTo({ left: left - (clientWidth - wide) / 2 });
  }, [box, place, wide]);
}

const cellWith = (grid: SVGSVGElement | null, key: string): SVGGElement | null =>
  grid?.querySelector<SVGGElement>(`[data-cell="${CSS.escape(key)}"]`) ?? null;

/** Leads the focus to the cell that Tab leads to, when the one that had it is no longer there. */
function useKeptFocus(
  grid: RefObject<SVGSVGElement | null>,
  reached: string,
): { readonly onFocus: () => void; readonly onLeave: () => void } {
  const isInside = useRef(false);
  useEffect(() => {
    // The focus of an element that is taken away falls to the body, and no event tells of it.
    if (isInside.current && document.activeElement === document.body) {
      cellWith(grid.current, reached)?.focus();
    }
  });
  return {
    onFocus: () => {
      isInside.current = true;
    },
    onLeave: () => {
      isInside.current = false;
    },
  };
}

/** Moves the focus; a cell that is not shown is selected first, and takes the focus once it is. */
function useKeys(
  grid: RefObject<SVGSVGElement | null>,
  { move, onSelect, onKey }: CellGridProps,
): (event: KeyboardEvent) => void {
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    if (awaited.current === null) return;
    const cell = cellWith(grid.current, awaited.current);
    if (cell === null) return;
    awaited.current = null;
    cell.focus();
  });
  return (event) => {
    const { row, column } = (event.target as SVGElement).dataset;
    if (row === undefined || event.altKey || event.metaKey) return;
    const key = event.ctrlKey ? `Control+${event.key}` : event.key;
    const to = move({ row, column: Number(column) }, key);
    if (to === null) {
      if (!event.ctrlKey && onKey?.(event.key) === true) event.preventDefault();
      return;
    }
    event.preventDefault();
    const cell = cellWith(grid.current, keyOf(to));
    if (cell !== null) {
      cell.focus();
      return;
    }
    awaited.current = keyOf(to);
    onSelect?.(to);
  };
}

interface HeadsProps {
  readonly columns: readonly CellColumn[];
  readonly selected: number;
}

const Heads = ({ columns, selected }: HeadsProps): ReactNode => (
  <g role="row" aria-rowindex={1}>
    {columns.map(({ index, name }, place) => (
      <g
        key={index}
        role="columnheader"
        aria-label={name}
        aria-colindex={index + 2}
        className={styles["head"]}
        data-selected={index === selected ? "" : undefined}
      >
        <title>{name}</title>
        {headLines(name).map((line, at, { length }) => (
          <text
            key={at}
            x={size.head + (place + 0.5) * cellWidth(columns.length)}
            y={size.top - 8 - (length - 1 - at) * 14}
            textAnchor="middle"
          >
            {line}
          </text>
        ))}
      </g>
    ))}
  </g>
);

const RowHead = ({ row, top }: { readonly row: CellRow; readonly top: number }): ReactNode => (
  <g
    role="rowheader"
    aria-colindex={1}
    aria-label={row.note === "" ? row.name : `${row.name}, ${row.note}`}
    className={styles["rowHead"]}
    transform={`translate(0 ${top})`}
  >
    <text x={0} y={row.note === "" ? 19 : 13}>
      {row.name}
    </text>
    {row.note !== "" && (
      <text className={styles["note"]} x={0} y={25}>
        {row.note}
      </text>
    )}
  </g>
);

interface CellProps extends GridCell {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly column: number;
  readonly tabIndex: number | undefined;
  readonly row?: string;
  readonly onSelect?: (cell: CellAddress) => void;
}

const inset = 1.5;
const corner = 9;

// Memoized by hand, as one of a list: the compiler makes the elements of a list anew together.
const Cell = memo(function Cell(props: CellProps): ReactNode {
  const { row, column, state, onSelect } = props;
  return (
    <g
      role="gridcell"
      className={styles["cell"]}
      transform={`translate(${props.x} ${props.y})`}
      aria-label={props.description}
      aria-colindex={column + 2}
      aria-selected={state === "selected"}
      tabIndex={props.tabIndex}
      data-cell={props.id}
      data-row={row}
      data-column={column}
      data-state={state}
      onFocus={() => {
        if (row !== undefined) onSelect?.({ row, column });
      }}
    >
      <rect
        x={inset}
        y={inset}
        width={props.width - 2 * inset}
        height={size.row - 2 * inset}
        rx={3}
      />
      {props.isEdited === true && (
        <path
          className={styles["edited"]}
          d={`M${props.width - inset - corner},${inset}h${corner}v${corner}z`}
        />
      )}
      <text x={props.width - 8} y={19.5} textAnchor="end">
        {props.text}
      </text>
    </g>
  );
});
