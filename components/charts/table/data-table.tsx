"use client";

import { useState } from "react";
import type { ReactNode } from "react";
import { download } from "../export/download";
import { csvParts } from "./csv";
import styles from "./data-table.module.css";
import { pageAt, pageCount, pageWith } from "./pages";
import { rowsBetween } from "./rows";
import type { Rows } from "./rows";
import { TablePages } from "./table-pages";
import { TableRow } from "./table-row";

export interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: Rows;
  readonly highlightedRow?: number;
  /** Name of the CSV file, without its ending. */
  readonly fileName: string;
}

/** A page that the reader turned to, which holds until another row is highlighted. */
interface Turned {
  readonly page: number;
  readonly highlightedRow: number | undefined;
}

/**
 * A figure's numbers as a table; each cell carries the full number beside the rounded text. Many rows are shown page by
 * page, at first the one with the highlighted row; the file holds all.
 */
export function DataTable(props: DataTableProps): ReactNode {
  const { caption, columns, rows, highlightedRow } = props;
  const [turned, setTurned] = useState<Turned | null>(null);
  const isTurned = turned !== null && turned.highlightedRow === highlightedRow;
  const page = isTurned
    ? pageAt(turned.page, rows.length)
    : pageWith(highlightedRow ?? 0, rows.length);
  const save = async (): Promise<void> => {
    const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    const parts = await csvParts(columns, rows, nextTask);
    download(`${props.fileName}.csv`, new Blob([...parts], { type: "text/csv" }));
  };
  return (
    <section className={styles["block"]}>
      <div className={styles["head"]}>
        <h3>{caption}</h3>
        <button type="button" className="quiet-button" onClick={() => void save()}>
          Save as CSV
        </button>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={caption}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsBetween(rows, page.from, page.to).map((row, i) => (
              // A page that is turned to keeps the elements of the one before.
              <TableRow
                key={i}
                columns={columns}
                row={row}
                isHighlighted={page.from + i === highlightedRow}
              />
            ))}
          </tbody>
        </table>
      </div>
      {pageCount(rows.length) > 1 && (
        <TablePages
          caption={caption}
          rowCount={rows.length}
          page={page}
          onTurn={(to) => setTurned({ page: to, highlightedRow })}
        />
      )}
    </section>
  );
}
