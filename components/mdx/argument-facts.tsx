import type { ReactNode } from "react";
import { experimentArgs } from "@/engine/spec/experiment";
import type { ArgSpec } from "@/engine/spec/arg-spec";
import { showValue } from "@/engine/spec/show-value";
import { siteRule } from "@/engine/spec/validate";
import { documentedArg } from "./documented-arg";
import { Facts } from "./facts";
import type { Fact } from "./facts";
import { Formula } from "./formula";

const places = {
  constructor: "the layer’s constructor",
  call: "the layer’s call",
  function: "the function batch_normalization",
  run: "a run on this site",
} as const;

/** What an argument is, from its spec: place, type, default, rule, symbol, link key. */
export const ArgumentFacts = ({ name }: { readonly name: string }): ReactNode => (
  <Facts facts={factsOf(documentedArg(name))} />
);

function factsOf(spec: ArgSpec): readonly Fact[] {
  const isInLinks = experimentArgs.some((candidate) => candidate.name === spec.name);
  const facts: Fact[] = [
    ["Given to", places[spec.where]],
    ["Type", spec.type],
  ];
  if (spec.kind !== "tensor")
    facts.push(["Default", <code key="d">{showValue(spec.default)}</code>]);
  facts.push(["Must be", spec.rule]);
  if ("bounds" in spec)
    facts.push(["On this site", `${siteRule(spec)}; the engine takes any, as TensorFlow does`]);
  if (spec.symbol !== undefined) facts.push(["In formulas", <Formula key="f" tex={spec.symbol} />]);
  if (spec.activeWhen !== undefined) {
    facts.push([
      "Has an effect",
      `when ${spec.activeWhen.argument} is ${String(spec.activeWhen.is)}`,
    ]);
  }
  if (isInLinks) facts.push(["In links", <code key="u">{spec.urlKey}=…</code>]);
  return facts;
}
