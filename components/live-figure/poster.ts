import type { Finished } from "@/components/state/use-calculation";
import { startOf } from "@/engine/spec/experiment";
import type { FigureModel, FigureParts } from "./figure-parts";

/** What is drawn before the first result is there: the figure at its start. A poster holds one channel. */
export const posterOf = <Model extends FigureModel, Result>({
  widget,
  poster,
}: FigureParts<Model, Result>): Finished<Result> => ({
  experiment: { ...startOf(widget), channel: 0 },
  result: poster,
});
