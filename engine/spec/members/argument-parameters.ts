import type { ArgSpec } from "../arg-spec";
import type { MemberParameter } from "./member-spec";

/** An argument that has a spec of its own, as a parameter of a member. */
export const parameterOf = (
  spec: Pick<ArgSpec, "name" | "type" | "summary" | "kind" | "default">,
): MemberParameter => ({
  name: spec.name,
  type: spec.type,
  summary: spec.summary,
  isArgument: true,
  // Tensors have null in their specs for want of a value.
  ...(spec.kind !== "tensor" && { default: spec.default }),
});
