import type { TrainingCall } from "@/engine/types/training-call";
import type { Stage, StageModel } from "./figure-model";

const stages: readonly StageModel[] = [
  { id: "inputs", symbol: "x", name: "inputs" },
  { id: "mean", symbol: "μ", name: "mean" },
  { id: "variance", symbol: "v", name: "variance" },
  { id: "normalized", symbol: "x̂", name: "normalized" },
  { id: "renorm", symbol: "x̂·r + d", name: "renorm" },
  { id: "adjustment", symbol: "x̂·a + b", name: "adjustment" },
  { id: "output", symbol: "y", name: "γ, β, output" },
];

/** The stages that a call has: not every call corrects, and not every layer has an adjustment. */
export const stagesOf = ({ renorm, adjustment }: TrainingCall): readonly StageModel[] =>
  stages
    .filter(
      ({ id }) =>
        (id !== "renorm" || renorm !== null) && (id !== "adjustment" || adjustment !== null),
    )
    // After renorm it is not x̂ that the adjustment finds, but u = x̂·r + d.
    .map((stage) =>
      stage.id === "adjustment" && renorm !== null ? { ...stage, symbol: "u·a + b" } : stage,
    );

/** The stage that was asked for, or the last one before it that the call has. */
export function shownStage(asked: Stage, of: readonly StageModel[]): StageModel {
  const order = stages.map(({ id }) => id);
  const before = of.filter(({ id }) => order.indexOf(id) <= order.indexOf(asked));
  const [first] = stages;
  const shown = before.at(-1) ?? first;
  if (shown === undefined) throw new RangeError("there are no stages");
  return shown;
}

/** The stage so many places further, as far as there are any. */
export function stageBeside(
  current: Stage,
  of: readonly StageModel[],
  places: number,
): Stage | null {
  const at = of.findIndex(({ id }) => id === current);
  return of[at + places]?.id ?? null;
}
