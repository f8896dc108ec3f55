import type { ReactNode } from "react";
import styles from "./data-table.module.css";
import { pageCount } from "./pages";
import type { Page } from "./pages";

export interface TablePagesProps {
  readonly caption: string;
  readonly rowCount: number;
  readonly page: Page;
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
      disabled={to < 0 || to > last || to === page.index}
      onClick={() => onTurn(to)}
    >
      {name}
    </button>
  );
  return (
    <div className={styles["pages"]} role="group" aria-label={`Pages of ${caption}`}>
      {turn("First", 0)}
      {turn("Previous", page.index - 1)}
      <output>
        rows {grouped(page.from + 1)} to {grouped(page.to)} of {grouped(rowCount)}
      </output>
      {turn("Next", page.index + 1)}
      {turn("Last", last)}
    </div>
  );
}
