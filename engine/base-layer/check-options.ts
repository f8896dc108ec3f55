import { EngineError } from "../errors";
import type { ArgSpec, ValueOf } from "../spec/arg-spec";
import { reuse as reuseSpec } from "../spec/args/reuse";
import { check } from "../spec/validate";
import { requireObject, requireRule, requireTextOrNull } from "./argument-rules";
import { isGraph } from "./symbolic";
import type { LayerOptions } from "./options";

/** The value of an argument. Throws what its specification says of others. */
export function checkedArgument<S extends ArgSpec>(spec: S, value: unknown): ValueOf<S> {
  const checked = check(spec, value);
  if (!checked.ok) throw new EngineError("argument", checked.kind, checked.message);
  return checked.value;
}

/** Checks what a layer is to be made of, and where. Throws a TypeError for what is no graph, scope or reuse. */
export function checkPlace(args: object, options: LayerOptions): void {
  requireObject("args", args);
  requireObject("options", options);
  const { graph, scope, reuse, inputOfSeveralNodes }: Record<string, unknown> = { ...options };
  checkedArgument(reuseSpec, reuse ?? null);
  requireRule("graph", (graph ?? null) === null || isGraph(graph), "a graph or null", graph);
  requireTextOrNull("scope", scope ?? null);
  requireRule(
    "inputOfSeveralNodes",
    [undefined, "refused", "first"].includes(inputOfSeveralNodes as string | undefined),
    "refused or first",
    inputOfSeveralNodes,
  );
}
