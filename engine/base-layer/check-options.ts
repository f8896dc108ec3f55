import { EngineError } from "../errors";
import { reuse as reuseSpec } from "../spec/args/reuse";
import { refusal } from "../spec/show-value";
import { check } from "../spec/validate";
import type { LayerOptions } from "./options";

const isGraph = (value: unknown): boolean =>
  value === null ||
  (typeof value === "object" && "operation" in value && "variableInScope" in value);

const isName = (value: unknown): boolean =>
  value === null || (typeof value === "string" && value !== "");

function requireRule(argument: string, isRight: boolean, rule: string, value: unknown): void {
  if (isRight) return;
  throw new EngineError("argument", "TypeError", refusal(argument, rule, value), { argument });
}

/** Checks where a layer is to be made. Throws a TypeError for what is no graph, scope or reuse. */
export function checkPlace(options: LayerOptions): void {
  const { graph, scope, reuse, inputOfSeveralNodes }: Record<string, unknown> = { ...options };
  const checked = check(reuseSpec, reuse ?? null);
  if (!checked.ok) throw new EngineError("argument", checked.kind, checked.message);
  requireRule("graph", isGraph(graph ?? null), "a graph or null", graph);
  requireRule("scope", isName(scope ?? null), "a string that is not empty, or null", scope);
  requireRule(
    "inputOfSeveralNodes",
    [undefined, "refused", "first"].includes(inputOfSeveralNodes as string | undefined),
    "refused or first",
    inputOfSeveralNodes,
  );
}
