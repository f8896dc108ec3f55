import { GraphKeys } from "../base-layer/deferred";
import type { Operation, Reuse, SymbolicTensor } from "../base-layer/deferred";
import type { Variable } from "../base-layer/variable";
import { EngineError } from "../errors";
import type { RefusalMessage } from "../types/refusal-message";
import type { FunctionalCall } from "../types/shared-variables";
import { batchNormalization } from "./batch-normalization";
import type { Graph } from "./graph";

/** How one of the calls is made. */
export interface CallSettings {
  readonly name: string | null;
  readonly reuse: Reuse | null;
  /** The variable scope around it, entered for this call alone; null for none. */
  readonly scope: string | null;
  readonly scopeReuse: Reuse | null;
}

interface MadeCall {
  readonly outputs: SymbolicTensor;
  readonly operations: readonly Operation[];
  /** Those that its operations read or write. */
  readonly variables: readonly Variable[];
  readonly made: readonly Variable[];
}

export interface MadeCalls {
  /** Up to the first that was refused. */
  readonly calls: readonly MadeCall[];
  readonly refusal: RefusalMessage | null;
}

/** Calls the functional interface once for each inputs, and takes note of what each call added to the graph. */
export function madeCalls(
  graph: Graph,
  inputs: readonly (readonly [SymbolicTensor, CallSettings])[],
  layer: { readonly momentum: number; readonly training: SymbolicTensor },
  onMade: () => void,
): MadeCalls {
  const calls: MadeCall[] = [];
  for (const [x, settings] of inputs) {
    try {
      calls.push(
        observed(graph, () =>
          inScope(graph, settings, () =>
            batchNormalization(
              x,
              { ...layer, name: settings.name, reuse: settings.reuse },
              // The program is written for the versions in which the function was not deprecated.
              { onWarning: () => undefined },
            ),
          ),
        ),
      );
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      const { code, kind, message } = error;
      return { calls, refusal: { code, kind, message } };
    }
    onMade();
  }
  return { calls, refusal: null };
}

const inScope = <T>(graph: Graph, { scope, scopeReuse }: CallSettings, body: () => T): T =>
  scope === null ? body() : graph.variableScope(scope, { reuse: scopeReuse }, body);

function observed(graph: Graph, call: () => SymbolicTensor): MadeCall {
  const variables = (): readonly Variable[] => graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
  const [operationsBefore, variablesBefore] = [graph.operations.length, variables().length];
  const outputs = call();
  const operations = graph.operations.slice(operationsBefore);
  const used = new Set(operations.flatMap(({ reads, writes }) => [...reads, ...writes]));
  return {
    outputs,
    operations,
    variables: variables().filter((variable) => used.has(variable)),
    made: variables().slice(variablesBefore),
  };
}

/** The calls as data, by the places of what they hold in the graph's lists. */
export function describedCalls(graph: Graph, calls: readonly MadeCall[]): FunctionalCall[] {
  const { operations } = graph;
  const variables = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
  const variablePlaces = (list: readonly Variable[]): readonly number[] =>
    list.map((variable) => variables.indexOf(variable));
  return calls.map((call) => ({
    operations: call.operations.map((operation) => operations.indexOf(operation)),
    variables: variablePlaces(call.variables),
    made: variablePlaces(call.made),
  }));
}
