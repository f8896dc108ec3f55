import type { Execution, Operation } from "../base-layer/deferred";
import type { Variable } from "../base-layer/variable";
import type { TensorData } from "../tensor/tensor";
import type { Forward } from "./forward-pass";
import type { ForwardContext } from "./forward-context";
import { storageOf } from "./layer-state";
import type { LayerState } from "./layer-state";
import { nextWeights } from "./next-weights";
import { renormStep } from "./renorm";
import type { TrainingMode } from "./training-mode";
import type { WeightName, WeightStorage } from "./weight-storage";

/** What the operation of one call leaves to those that move the statistics. */
export interface NormalizedCall {
  readonly context: ForwardContext;
  readonly mode: TrainingMode;
  readonly pass: Forward;
}

type MovingLayer = Pick<LayerState, "plan" | "variables">;

const isRenorm = (name: WeightName): boolean => name.startsWith("renorm_");

/**
 * The operations that move the statistics. Each starts from the variables as it finds them, so that the updates of
 * several calls in one run follow one upon the other.
 */
export function updatesOf(
  layer: MovingLayer,
  call: Operation<NormalizedCall>,
): readonly Operation[] {
  const { graph } = call;
  const hasRenorm = layer.plan.some(({ name }) => isRenorm(name));
  const namesOf = (part: (name: WeightName) => boolean): readonly WeightName[] =>
    layer.plan.map(({ name }) => name).filter(part);
  const variablesOf = (names: readonly WeightName[]): readonly Variable[] =>
    names.map((name) => layer.variables[name]!);

  const moving = (run: Execution, names: readonly WeightName[], of: WeightStorage): void => {
    const { context, mode, pass } = run.result(call);
    if (!mode.training || pass.shared === null || pass.outputs.data.length === 0) return;
    const weights = { ...storageOf(layer, (each) => run.read(each)), ...of };
    const renorm = hasRenorm ? renormStep({ ...context, weights }, pass.shared) : null;
    const { samplesPerChannel } = pass.view;
    const movement = { renorm, updates: true, samplesPerChannel };
    const after = nextWeights({ ...context, weights }, pass.shared, movement);
    for (const name of names) run.assign(layer.variables[name]!, after[name]!);
  };

  const renormNames = namesOf(isRenorm);
  // The moving statistics need renorm's variables to have moved, and its correction needs them not to.
  const renormUpdate = hasRenorm
    ? graph.operation<WeightStorage>({
        type: "AssignRenormAvg",
        controlInputs: [call],
        reads: variablesOf(renormNames),
        writes: variablesOf(renormNames),
        compute: (run) => {
          const before = renormNames.map((name): [WeightName, TensorData] => [
            name,
            run.read(layer.variables[name]!),
          ]);
          moving(run, renormNames, {});
          return Object.fromEntries(before);
        },
      })
    : null;

  const update = (part: (name: WeightName) => boolean): Operation => {
    const names = namesOf(part);
    return graph.operation({
      type: "AssignMovingAvg",
      controlInputs: renormUpdate === null ? [call] : [call, renormUpdate],
      reads: variablesOf([...names, ...renormNames]),
      writes: variablesOf(names),
      compute: (run) => {
        moving(run, names, renormUpdate === null ? {} : run.result(renormUpdate));
        return null;
      },
    });
  };
  return [
    update((name) => name === "moving_mean"),
    update((name) => name === "moving_variance" || name === "moving_stddev"),
  ];
}
