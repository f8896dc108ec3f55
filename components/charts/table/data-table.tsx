"use client";

import { unparse } from "papaparse";
import type { ReactNode } from "react";
import { formatNumber } from "../format/number";
import { download } from "../export/download";
import styles from "./data-table.module.css";

export interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string | null)[])[];
  readonly highlightedRow?: number;
  /** Name of the CSV file, without its ending. */
  readonly fileName: string;
}

/** A figure's numbers as a table; each cell carries the full number beside the rounded text. */
export function DataTable(props: DataTableProps): ReactNode {
  const { caption, columns, rows } = props;
  const save = (): void => {
    download(
      `${props.fileName}.csv`,

      new Blob([unparse({ fields: [...columns], data: rows.map((row) => [...row]) })], {
        type: "text/csv",
      }),
    );
  };
  return (
    <section className={styles["block"]}>
      <div className={styles["head"]}>
        <h3>{caption}</h3>
        <button type="button" className="quiet-button" onClick={save}>
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
            {rows.map((row, i) => (
              <tr key={i} data-highlighted={i === props.highlightedRow ? "" : undefined}>
                {row.map((cell, column) => (
                  <td key={columns[column]}>
                    {typeof cell === "number" ? (
                      <data value={String(cell)}>{formatNumber(cell, 6)}</data>
                    ) : (
                      (cell ?? "–")
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
