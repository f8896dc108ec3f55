import { formatNumber } from "@/components/charts/format/number";
import { contenderName } from "./names";
import type { Panel, PanelRow } from "./panel";

const digits = 3;
const times = (ratio: number): string => formatNumber(ratio, digits);
/** Ratios that are written alike are not told apart. */
const written = (ratio: number): number => Number(ratio.toPrecision(digits));

interface Standing {
  readonly shape: string;
  readonly ratio: number;
  /** The contender that takes less than our kernels. */
  readonly faster: { readonly name: string; readonly ratio: number } | null;
}

type Measured = PanelRow & { readonly ratio: number };

function standingIn({ shape, rows }: Panel): readonly Standing[] {
  const measured = rows.filter((row): row is Measured => row.ratio !== null);
  const own = measured.find(({ id }) => id === "wasm");
  if (own === undefined) return [];
  const [best = own] = [...measured].sort((a, b) => a.ratio - b.ratio);
  const faster =
    written(best.ratio) < written(own.ratio)
      ? { name: contenderName(best.id), ratio: best.ratio }
      : null;
  return [{ shape, ratio: own.ratio, faster }];
}

function placesWon(standings: readonly Standing[]): string {
  const won = standings.filter(({ faster }) => faster === null).length;
  if (standings.length === 1 && won === 1) return "";
  const shapes = `${standings.length} ${standings.length === 1 ? "shape" : "shapes"}`;
  return ` on ${won === standings.length ? "all" : `${won} of`} ${shapes}`;
}

/** Says in words where our kernels stand in a figure, and where another contender is faster. */
export function sentenceFor(panels: readonly Panel[]): string {
  const standings = panels.flatMap(standingIn);
  if (standings.length === 0) return "wasm was not measured.";
  const ratios = standings.map(({ ratio }) => ratio);
  const ends = [...new Set([Math.min(...ratios), Math.max(...ratios)].map(times))];
  const lost = standings.flatMap(({ shape, ratio, faster }) =>
    faster === null
      ? []
      : [
          `On ${shape}, ${faster.name} takes ${times(faster.ratio)} times and wasm ${times(ratio)} times.`,
        ],
  );
  return [
    `wasm takes ${ends.join(" to ")} times the floor. It is the fastest${placesWon(standings)}.`,
    ...lost,
  ].join(" ");
}
