"use client";

import { useMemo } from "react";
import type { Finished } from "@/components/state/use-calculation";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import type { Drawn, FigureModel, FigureParts } from "./figure-parts";
import { useSame } from "@/components/state/use-same";

/** The values that `names` choose, by name. */
const chosen = (experiment: Experiment, names: readonly ExperimentArgName[]): Partial<Experiment> =>
  Object.fromEntries(names.map((name) => [name, experiment[name]]));

const none: readonly ExperimentArgName[] = [];

/**
 * A result as a figure draws it, with what the controls choose to draw of it; null without a result. A poster is drawn
 * as it was computed.
 */
export function useDrawn<Model extends FigureModel, Result>(
  parts: FigureParts<Model, Result>,
  shown: Finished<Result>,
  controls: Experiment,
): Drawn<Model, Result>;
export function useDrawn<Model extends FigureModel, Result>(
  parts: FigureParts<Model, Result>,
  shown: Finished<Result> | null,
  controls: Experiment,
): Drawn<Model, Result> | null;
export function useDrawn<Model extends FigureModel, Result>(
  parts: FigureParts<Model, Result>,
  shown: Finished<Result> | null,
  controls: Experiment,
): Drawn<Model, Result> | null {
  const isPoster = shown?.result === parts.poster;
  const values = useSame(chosen(controls, isPoster ? none : (parts.draws ?? none)));
  const place =
    shown === null || isPoster ? 0 : (parts.channels?.placeOf(shown, controls.channel) ?? 0);
  return useMemo(
    () =>
      shown && {
        shown,
        place,
        model: parts.model({ ...shown.experiment, ...values, channel: place }, shown.result),
      },
    [parts, shown, values, place],
  );
}
