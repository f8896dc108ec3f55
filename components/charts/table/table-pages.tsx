import type { ReactNode } from "react";
import styles from "./data-table.module.css";
import { pageCount, pageSize } from "./pages";

export interface TablePagesProps {
  readonly caption: string;
  readonly rowCount: number;
  readonly page: number;
  readonly onTurn: (page: number) => void;
}

const grouped = (count: number): string => count.toLocaleString("en");

/** Turns the pages of a long table. */
export function TablePages({ caption, rowCount, page, onTurn }: TablePagesProps): ReactNode {
  const last = pageCount(rowCount) - 1;
  const turn = (name: string, to: number): ReactNode => (
    <button
      type="button"
      className="quiet-button"
      disabled={to < 0 || to > last || to === page}
      onClick={() => onTurn(to)}
    >
      {name}
    </button>
  );
  const from = page * pageSize;
  return (
    <div className={styles["pages"]} role="group" aria-label={`Pages of ${caption}`}>
      {turn("First", 0)}
      {turn("Previous", page - 1)}
      <output>
        rows {grouped(from + 1)} to {grouped(Math.min(from + pageSize, rowCount))} of{" "}
        {grouped(rowCount)}
      </output>
      {turn("Next", page + 1)}
      {turn("Last", last)}
    </div>
  );
}
