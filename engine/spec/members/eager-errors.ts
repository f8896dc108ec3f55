import type { MemberError } from "./member-spec";

/** What a member that only layers in a graph have says of an eager layer. */
export const graphOnly = (tsName: string): MemberError => ({
  kind: "RuntimeError",
  when: "the layer is eager",
  message: `graph must be given to the constructor for ${tsName}: an eager layer has no symbolic tensors. Received: graph=null`,
});
