import type { Places } from "./places";

/** As many places are drawn one by one. */
const mostPlaces = 2000;

const all = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** The places of neighbours that share a column of the unit square, without those that no pixel would show. */
interface Column {
  readonly at: number;
  readonly first: number;
  lowest: number;
  highest: number;
  last: number;
}

const membersOf = ({ first, lowest, highest, last }: Column): readonly number[] =>
  [...new Set([first, lowest, highest, last])].sort((a, b) => a - b);

/**
 * The places through which a line must go: of many, the first, the lowest, the highest and the last in each column, which
 * cover the same pixels as all of them. One that is not finite stays, and breaks the line.
 */
export function thinnedLine({ count, x, y }: Places): readonly number[] {
  if (count <= mostPlaces) return all(count);
  const kept: number[] = [];
  let column: Column | null = null;
  for (let i = 0; i < count; i++) {
    const height = y(i);
    const at = Number.isFinite(height) ? Math.floor(x(i)) : NaN;
    if (column !== null && column.at === at) {
      if (height < y(column.lowest)) column.lowest = i;
      if (height > y(column.highest)) column.highest = i;
      column.last = i;
      continue;
    }
    if (column !== null) kept.push(...membersOf(column));
    column = Number.isNaN(at) ? null : { at, first: i, lowest: i, highest: i, last: i };
    if (column === null) kept.push(i);
  }
  if (column !== null) kept.push(...membersOf(column));
  return kept;
}

/** A cell that a dot covers, in the unit square. */
const cell = { width: 4, height: 12 };

/** More than there are in the square, so that a column and a row make a number of their own. */
const rowsOfCells = 1e6;

/** The dots to draw: of many, one for each cell that holds some, and the lowest and highest of each column of cells. */
export function thinnedDots({ count, x, y }: Places): readonly number[] {
  const finite = all(count).filter((i) => Number.isFinite(x(i)) && Number.isFinite(y(i)));
  if (count <= mostPlaces) return finite;
  const lowest = new Map<number, number>();
  const highest = new Map<number, number>();
  const inCell = new Map<number, number>();
  for (const i of finite) {
    const column = Math.floor(x(i) / cell.width);
    const height = y(i);
    if (height <= y(lowest.get(column) ?? i)) lowest.set(column, i);
    if (height >= y(highest.get(column) ?? i)) highest.set(column, i);
    const key = column * rowsOfCells + Math.floor(height / cell.height);
    if (!inCell.has(key)) inCell.set(key, i);
  }
  const kept = new Set([...lowest.values(), ...highest.values(), ...inCell.values()]);
  return [...kept].sort((a, b) => a - b);
}
