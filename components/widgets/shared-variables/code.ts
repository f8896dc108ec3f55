import type { CodeSource } from "@/components/code-export/subject";
import type { TwoCallsNumbers } from "@/components/code-export/two-calls/subject";
import type { Experiment } from "@/engine/spec/experiment";
import type { SharedTraining, SharedVariables } from "@/engine/types/shared-variables";
import { partsOf } from "./sharing";

/** What a program of the two calls is made of, with the variables that a step left. */
export function codeOf(experiment: Experiment, result: SharedVariables, step: number): CodeSource {
  const { channels, training, refusal, calls } = result;
  return {
    kind: "two-calls",
    experiment,
    calls: {
      settings: experiment,
      channels: channels.length,
      step,
      numbers: training && numbersOf(result, training, step),
      refusal: refusal && {
        call: calls.length === 0 ? 0 : 1,
        kind: refusal.kind,
        message: refusal.message,
      },
    },
  };
}

function numbersOf(
  { channels, graph, calls }: SharedVariables,
  { inputs, values }: SharedTraining,
  step: number,
): TwoCallsNumbers {
  const width = channels.length;
  const scopeOf = (call: 0 | 1): string => {
    const [first] = calls[call]?.variables ?? [];
    return partsOf(graph.variables[first ?? -1]?.name ?? "").scope;
  };
  const [first = new Float64Array(), second = new Float64Array()] = inputs;
  return {
    batches: [first, second],
    scopes: [scopeOf(0), scopeOf(1)],
    variables: Object.fromEntries(
      graph.variables.map(({ name }, place) => [
        name,
        values[place]?.subarray(step * width, (step + 1) * width) ?? [],
      ]),
    ),
  };
}
