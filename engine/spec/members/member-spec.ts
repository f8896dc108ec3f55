import type { ErrorKind } from "../../errors";
import type { DocumentId } from "../documents";

export type MemberKind = "property" | "method" | "function";

export interface MemberParameter {
  /** The documented name, verbatim. */
  readonly name: string;
  readonly type: string;
  /** Left out where a value must be given. */
  readonly default?: unknown;
  /** One sentence: what it is. */
  readonly summary: string;
  /** It is one of the arguments, which have pages of their own. */
  readonly isArgument?: true;
  /** No document has it: it came later, or is the engine's own. */
  readonly isAddition?: true;
}

export interface MemberError {
  readonly kind: ErrorKind;
  /** Completes "when …", and tells the errors of a member apart. */
  readonly when: string;
  /** The whole message, with the values of a sample. */
  readonly message: string;
}

/** A release from which on a member is or does something else. */
export interface MemberChange {
  readonly from: string;
  readonly what: string;
}

/** What is documented about one property or method of the layer, or about the function that stands for it. */
export interface MemberSpec {
  /** The documented name, verbatim. */
  readonly name: string;
  /** The name in this engine. */
  readonly tsName: string;
  readonly kind: MemberKind;
  /** One sentence: what it is or does. */
  readonly summary: string;
  readonly signature: string;
  /** In the order of the documents. */
  readonly parameters: readonly MemberParameter[];
  readonly returns: { readonly type: string; readonly summary: string };
  readonly errors: readonly MemberError[];
  /** The first release that documents it here. */
  readonly since: string;
  /** Where it ends; left out where the latest Keras 2 still has it. */
  readonly until?: string;
  readonly changes: readonly MemberChange[];
  readonly documents: readonly DocumentId[];
  /** Other members, by their documented names. */
  readonly related: readonly string[];
}

type Given = Omit<
  MemberSpec,
  "kind" | "parameters" | "since" | "documents" | "changes" | "errors"
> &
  Partial<Pick<MemberSpec, "parameters" | "since" | "documents" | "changes" | "errors">>;

/** Most members are known from one document, which is the oldest. */
const member = (kind: MemberKind, given: Given): MemberSpec => ({
  parameters: [],
  since: "1.4",
  documents: ["D4"],
  changes: [],
  errors: [],
  ...given,
  kind,
});

export const property = (given: Given): MemberSpec => member("property", given);
export const method = (given: Given): MemberSpec => member("method", given);
export const namedFunction = (given: Given): MemberSpec => member("function", given);
