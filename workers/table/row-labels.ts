import { EngineError } from "../../engine/errors";
import type { Source } from "./source";
import { visitRows } from "./visit-rows";
import { listed, quoted } from "./wording";

/**
 * Returns when the chosen label column is among those offered.
 *
 * @throws EngineError `table-label-column` when it is not.
 */
export function checkLabelColumn(chosen: string | null, offered: readonly string[]): void {
  if (chosen === null || offered.includes(chosen)) return;
  const rule =
    offered.length === 0
      ? "null, since no column holds texts"
      : `null or the name of a column of texts: ${listed(offered)}`;
  throw new EngineError(
    "table-label-column",
    "ValueError",
    `labelColumn must be ${rule}. Received: labelColumn=${quoted(chosen)}.`,
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
