import type { ReactNode } from "react";
import styles from "./view.module.css";

interface FigureRow {
  readonly key: string;
  /** The first heads the row. */
  readonly cells: readonly ReactNode[];
  /** What stands in place of all cells but the first. */
  readonly rest?: string;
  readonly isChosen?: boolean;
}

export interface FigureTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** A table that is part of the picture. A narrow window scrolls it in its own box. */
export const FigureTable = ({ label, columns, rows }: FigureTableProps): ReactNode => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
  <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={label}>
    <table className={styles["table"]}>
      <thead>
        <tr>
          {columns.map((column) =>
            column === "" ? (
              <td key={column} />
            ) : (
              <th key={column} scope="col" data-export>
                {column}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [head, ...cells], rest, isChosen }) => (
          <tr key={key} data-chosen={isChosen === true ? "" : undefined}>
            <th scope="row" data-export>
              {head}
            </th>
            {rest === undefined ? (
              cells.map((cell, i) => (
                <td key={columns[i + 1]} data-export>
                  {cell}
                </td>
              ))
            ) : (
              <td colSpan={columns.length - 1} data-export>
                {rest}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
