import type { SharedVariables } from "@/engine/types/shared-variables";
import type { CallIndex, CallModel, VariableModel } from "./figure-model";

const both = [0, 1] as const;

/** A name's last part, and all before it. */
export function partsOf(name: string): { readonly scope: string; readonly last: string } {
  const slash = name.lastIndexOf("/");
  return { scope: name.slice(0, Math.max(slash, 0)), last: name.slice(slash + 1) };
}

/** The calls with what each added to the graph, as far as the program came. */
export function callsOf({ calls, graph }: SharedVariables): readonly [CallModel, CallModel] {
  const of = (call: CallIndex): CallModel => {
    const operations = calls[call]?.operations ?? [];
    const first = graph.operations[operations[0] ?? -1];
    return {
      call,
      state: call < calls.length ? "made" : call === calls.length ? "refused" : "not reached",
      nameScope: first === undefined ? "" : partsOf(first.name).scope,
      operations,
    };
  };
  return [of(0), of(1)];
}

/** The graph's variables, with who made and who uses them. */
export function variablesOf(
  { calls, graph, training }: SharedVariables,
  of: (rows: Float64Array | undefined) => Float64Array,
): readonly VariableModel[] {
  const ran = graph.operations.filter((_, i) => training?.ran[i] === true);
  return graph.variables.map(({ name, isTrainable }, place) => {
    const { scope, last } = partsOf(name);
    const writers = ran.filter(({ writes }) => writes.includes(place));
    return {
      place,
      // TensorFlow names a variable after the first output of its operation.
      name: `${name}:0`,
      lastName: last,
      scope,
      isTrainable,
      madeBy: both.find((call) => calls[call]?.made.includes(place)) ?? 0,
      usedBy: both.filter((call) => calls[call]?.variables.includes(place)),
      updatesPerStep: writers.filter(({ isUpdate }) => isUpdate).length,
      isTrained: writers.some(({ isUpdate }) => !isUpdate),
      values: training === null ? null : of(training.values[place]),
    };
  });
}
