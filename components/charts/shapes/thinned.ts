import type { Places } from "./places";

/** As many places are drawn one by one. */
const mostPlaces = 2000;

const all = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** The places of neighbours that share a column of the unit square, without those that no pixel would show. */
interface Column {
  readonly at: number;
  readonly first: number;
  lowest: number;
  lowestHeight: number;
  highest: number;
  highestHeight: number;
  last: number;
}

const columnFrom = (place: number, at: number, height: number): Column => ({
  at,
  first: place,
  lowest: place,
  lowestHeight: height,
  highest: place,
  highestHeight: height,
  last: place,
});

/** Takes in the next place. */
function extend(column: Column, place: number, height: number): void {
  if (height < column.lowestHeight) {
    column.lowest = place;
    column.lowestHeight = height;
  }
  if (height > column.highestHeight) {
    column.highest = place;
    column.highestHeight = height;
  }
  column.last = place;
}

/** Its members in their order, each once. */
function addMembers(kept: number[], { first, lowest, highest, last }: Column): void {
  const [earlier, later] = lowest < highest ? [lowest, highest] : [highest, lowest];
  for (const place of [first, earlier, later, last]) {
    if (place !== kept.at(-1)) kept.push(place);
  }
}

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
      extend(column, i, height);
      continue;
    }
    if (column !== null) addMembers(kept, column);
    column = Number.isNaN(at) ? null : columnFrom(i, at, height);
    if (column === null) kept.push(i);
  }
  if (column !== null) addMembers(kept, column);
  return kept;
}

/** A cell that a dot covers, in the unit square. */
const cell = { width: 4, height: 12 };

/** More than there are in the square, so that a column and a row make a number of their own. */
const rowsOfCells = 1e6;

/** The dots to draw: of many, one for each cell that holds some, and the lowest and highest of each column of cells. */
export function thinnedDots({ count, x, y }: Places): readonly number[] {
  if (count <= mostPlaces)
    return all(count).filter((i) => Number.isFinite(x(i)) && Number.isFinite(y(i)));
  const columns = new Map<number, Column>();
  const inCell = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const [place, height] = [x(i), y(i)];
    if (!Number.isFinite(place) || !Number.isFinite(height)) continue;
    const at = Math.floor(place / cell.width);
    const column = columns.get(at);
    if (column === undefined) columns.set(at, columnFrom(i, at, height));
    else extend(column, i, height);
    const key = at * rowsOfCells + Math.floor(height / cell.height);
    if (!inCell.has(key)) inCell.set(key, i);
  }
  const kept = new Set(inCell.values());
  for (const { lowest, highest } of columns.values()) kept.add(lowest).add(highest);
  return [...kept].sort((a, b) => a - b);
}
