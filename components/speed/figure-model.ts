import { decadeBound } from "@/components/charts/plot/domain";
import { contenderIds, isTiming, tasks } from "@/content/benchmarks/kernel-report";
import type { CaseReport, Task } from "@/content/benchmarks/kernel-report";
import { isPlain } from "./cases";
import type { Panel, PanelRow } from "./panel";
import { sentenceFor } from "./sentence";

/** One task: how long each contender takes on each shape, in times of the floor. */
export interface FigureModel {
  readonly task: Task;
  readonly panels: readonly Panel[];
  readonly sentence: string;
}

function panelFor(task: Task, { name, bytes, measured }: CaseReport): Panel {
  const rows = contenderIds.map((id): PanelRow => {
    const found = measured[id][task];
    return { id, ratio: isTiming(found) ? found.ratioToFloor : null };
  });
  return { shape: name, bytes, rows };
}

/** A figure for each task; the variants of the layer, which few contenders have, are not in them. */
export function figureModels(cases: readonly CaseReport[]): readonly FigureModel[] {
  const plain = cases.filter(isPlain);
  return tasks.map((task) => {
    const panels = plain.map((each) => panelFor(task, each));
    return { task, panels, sentence: sentenceFor(panels) };
  });
}

/** One domain for all figures, so that their bars can be compared. It holds 1, the floor itself. */
export function ratioDomain(figures: readonly FigureModel[]): readonly [number, number] {
  const ratios = figures
    .flatMap(({ panels }) => panels)
    .flatMap(({ rows }) => rows.flatMap(({ ratio }) => ratio ?? []));
  const lowest = Math.min(1, ...ratios);
  return [lowest < 1 ? 1 / decadeBound(1 / lowest) : 1, decadeBound(Math.max(1, ...ratios))];
}
