import type { WrittenArgument } from "../python/layout";
import { pythonNumber, pythonValue } from "../python/literals";
import type { TwoCallsSettings } from "./subject";

type Reuse = TwoCallsSettings["reuse"];

const reuseText = (reuse: Reuse): string =>
  reuse === "auto" ? "tf.AUTO_REUSE" : pythonValue(reuse);

/** Of a variable scope or of a call: nothing where it is null, which is the default. */
const reuseArgument = (reuse: Reuse): readonly WrittenArgument[] =>
  reuse === null ? [] : [["reuse", reuseText(reuse)]];

/** What the first or the second call of tf.layers.batch_normalization is given. */
export function callArguments(settings: TwoCallsSettings, call: 0 | 1): readonly WrittenArgument[] {
  const { first_name: firstName, momentum } = settings;
  const name = call === 0 ? firstName : settings.name;
  return [
    [null, call === 0 ? "x1" : "x2"],
    ["training", "training"],
    ...(name === null ? [] : [["name", pythonValue(name)] as const]),
    ...(call === 0 ? [] : reuseArgument(settings.reuse)),
    ...(momentum === 0.99 ? [] : [["momentum", pythonNumber(momentum)] as const]),
  ];
}

/** What tf.variable_scope is given around a call; null where there is no scope. */
export function scopeArguments(
  { scope, scope_reuse: scopeReuse }: TwoCallsSettings,
  call: 0 | 1,
): readonly WrittenArgument[] | null {
  if (scope === null) return null;
  return [[null, pythonValue(scope)], ...(call === 0 ? [] : reuseArgument(scopeReuse))];
}
