import { choiceArg, reuseArg, textArg } from "../arg-spec";

/** What a program says that calls the functional interface twice; `name` and `reuse` are those of its second call. */
export const firstName = textArg({
  name: "first_name",
  where: "run",
  group: "layer",
  summary: "The name that the first of two calls is given.",
  type: "str or null",
  rule: "a string or null",
  default: null,
  related: ["name", "reuse"],
  valid: [null, "bn"],
  invalid: [{ value: 7, message: "first_name must be a string or null. Received: first_name=7" }],
});

export const scope = textArg({
  name: "scope",
  where: "run",
  group: "functional interface",
  summary: "A variable scope that is entered for each of the two calls; null for none.",
  type: "str or null",
  rule: "a string or null",
  default: null,
  related: ["name", "reuse"],
  valid: [null, "siamese"],
  invalid: [{ value: false, message: "scope must be a string or null. Received: scope=false" }],
});

export const scopeReuse = reuseArg({
  name: "scope_reuse",
  where: "run",
  group: "functional interface",
  summary: "What the variable scope is told of reuse when it is entered for the second call.",
  type: 'bool, "auto" or null',
  rule: 'true, false, "auto" or null',
  default: null,
  activeWhen: { argument: "scope", is: "given" },
  related: ["reuse"],
  valid: [null, true, false, "auto"],
  invalid: [
    {
      value: "yes",
      message: 'scope_reuse must be true, false, "auto" or null. Received: scope_reuse="yes"',
    },
  ],
});

export const updatesOf = choiceArg({
  name: "updates_of",
  where: "run",
  group: "run",
  summary: "Whether a train step runs the update operations of the first call or of both.",
  type: "choice",
  rule: "first or both",
  default: "first",
  options: [
    { value: "first", label: "the first call" },
    { value: "both", label: "both calls" },
  ],
  related: ["reuse", "training"],
  valid: ["first", "both"],
  invalid: [
    { value: "none", message: 'updates_of must be first or both. Received: updates_of="none"' },
  ],
});
