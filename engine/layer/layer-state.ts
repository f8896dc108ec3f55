import type { Variable, VariableRequest } from "../base-layer/variable";
import type { BuiltLayer } from "./build";
import type { LayerObjects } from "./objects";
import type { TensorData } from "../tensor/tensor";
import { ViewCache } from "./view-cache";
import type { PlannedWeight } from "./weight-plan";
import type { WeightName, WeightStorage } from "./weight-storage";

/** What a layer has once it is built. */
export interface LayerState {
  readonly built: BuiltLayer;
  readonly plan: readonly PlannedWeight[];
  readonly variables: Readonly<Partial<Record<WeightName, Variable>>>;
  readonly views: ViewCache;
}

const isParameter = (name: WeightName): name is "gamma" | "beta" =>
  name === "gamma" || name === "beta";

/** What to ask for to get the planned weights, in their order; unseeded ones draw from `seed`, each from its own stream. */
export const requestsFor = (
  plan: readonly PlannedWeight[],
  { regularizers, constraints }: LayerObjects,
  seed: number,
): readonly (VariableRequest & { readonly name: WeightName })[] =>
  plan.map((weight, ordinal) => ({
    ...weight,
    regularizer: isParameter(weight.name) ? regularizers[weight.name] : null,
    constraint: isParameter(weight.name) ? constraints[weight.name] : null,
    initial: () => weight.initial(seed, ordinal),
  }));

/** The values of the variables by their documented names, each as `read` gives it. */
export const storageOf = (
  { plan, variables }: Pick<LayerState, "plan" | "variables">,
  read: (variable: Variable) => Variable["data"] = ({ data }) => data,
): WeightStorage => {
  const values: Partial<Record<WeightName, TensorData>> = {};
  for (const { name } of plan) values[name] = read(variables[name]!);
  return values;
};

/** Gives the variables the values of a storage. */
export function replaceBy({ plan, variables }: LayerState, storage: WeightStorage): void {
  for (const { name } of plan) variables[name]!.replace(storage[name]!);
}

/** The state of a layer's copy, whose variables are what `copies` says. */
export const copiedState = (
  state: LayerState,
  copies: ReadonlyMap<Variable, Variable>,
): LayerState => ({
  ...state,
  variables: Object.fromEntries(
    Object.entries(state.variables).map(([name, variable]) => [
      name,
      copies.get(variable) ?? variable,
    ]),
  ),
  views: new ViewCache(state.built.axes),
});
