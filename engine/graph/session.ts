import type { Operation, SymbolicTensor } from "../base-layer/deferred";
import {
  checkGraph,
  isOperation,
  isSymbolic,
  numbersOf,
  requireGraph,
} from "../base-layer/symbolic";
import { Variable } from "../base-layer/variable";
import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";
import type { Tensor } from "../tensor/tensor";
import { GraphRun } from "./graph-run";
import { fed } from "./feeds";
import type { Feeds } from "./feeds";
import type { Graph } from "./graph";

/** What a session can be asked for: tensors and variables for their values, operations for what they do. */
export type Fetch = SymbolicTensor | Operation | Variable | readonly Fetch[];

/** Numbers for tensors and variables, null for operations, a list for a list. */
export type Fetched<F extends Fetch> = F extends readonly Fetch[]
  ? { readonly [I in keyof F]: F[I] extends Fetch ? Fetched<F[I]> : never }
  : F extends SymbolicTensor | Variable
    ? Tensor
    : null;

/**
 * Runs parts of a graph: what is fetched and what that needs, and nothing else. Within a run every operation runs once
 * at most, fetches from left to right and what an operation needs before it; assignments are seen by whatever runs after
 * them. When something throws, every variable keeps the value that it had.
 *
 * The variables keep their values in the graph, where they have their initial values from the start: there is nothing
 * to initialize, and two sessions of one graph see the same.
 */
export class Session {
  readonly graph: Graph;

  constructor(graph: Graph) {
    checkGraph(graph);
    this.graph = graph;
  }

  /**
   * Runs what the fetches need, with values for placeholders, or for any other tensor instead of its operation. Throws a
   * ValueError for a placeholder that is needed and not fed, for a value of another shape, and for what belongs to
   * another graph.
   */
  run<const F extends Fetch>(fetches: F, feeds: Feeds = []): Fetched<F> {
    const run = new GraphRun(fed(feeds, this.graph));
    const fetched = this.#fetch(run, fetches);
    run.commit();
    return fetched as Fetched<F>;
  }

  #fetch(run: GraphRun, fetch: Fetch): unknown {
    if (Array.isArray(fetch)) return fetch.map((each: Fetch) => this.#fetch(run, each));
    if (fetch instanceof Variable) {
      this.#requireHeld(fetch);
      const { shape, dtype } = fetch;
      return { shape, dtype, data: run.read(fetch).slice() };
    }
    const one: unknown = fetch;
    if (isSymbolic(one)) {
      requireGraph(this.graph, "fetches", [one]);
      return copied(numbersOf(run.value(one)));
    }
    if (isOperation(one)) {
      requireGraph(this.graph, "fetches", [one]);
      run.result(one);
      return null;
    }
    throw new EngineError(
      "argument",
      "TypeError",
      refusal("fetches", "symbolic tensors, operations and variables, or lists of them", one),
      { argument: "fetches" },
    );
  }

  #requireHeld(variable: Variable): void {
    if (this.graph.holds(variable)) return;
    throw new EngineError(
      "graph-differs",
      "ValueError",
      `fetches must be of the same graph: it has no such variable. Received: fetches=${variable.name}`,
      { argument: "fetches" },
    );
  }
}

const copied = ({ shape, dtype, data }: Tensor): Tensor => ({ shape, dtype, data: data.slice() });
