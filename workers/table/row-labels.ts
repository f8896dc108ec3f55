import { EngineError } from "../../engine/errors";
import type { Source } from "./source";
import { visitRows } from "./visit-rows";
import { listed, quoted } from "./wording";

/**
 * Returns the position of the chosen label column, or null when none is chosen.
 *
 * @throws EngineError `table-label-column` when no column has that name.
 */
export function labelPosition(chosen: string | null, names: readonly string[]): number | null {
  if (chosen === null) return null;
  const position = names.indexOf(chosen);
  if (position !== -1) return position;
  throw new EngineError(
    "table-label-column",
    "ValueError",
    `labelColumn must be null or the name of a column: ${listed(names)}. ` +
      `Received: labelColumn=${quoted(chosen)}.`,
    { column: chosen },
  );
}

/** Returns the trimmed texts of one column for the kept rows, given by their stored positions. */
export function rowLabels(
  source: Source,
  column: number,
  keptRows: Iterable<number>,
): readonly string[] {
  const kept = keptRows[Symbol.iterator]();
  const labels: string[] = [];
  let next = kept.next();
  let stored = 0;
  visitRows(source, (cells) => {
    if (next.done !== true && next.value === stored) {
      labels.push(cells[column]?.trim() ?? "");
      next = kept.next();
    }
    stored += 1;
  });
  return labels;
}
