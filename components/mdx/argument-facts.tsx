import type { ReactNode } from "react";
import { experimentArgs } from "@/engine/spec/experiment";
import type { ArgSpec } from "@/engine/spec/arg-spec";
import { showValue } from "@/engine/spec/show-value";
import { siteRule } from "@/engine/spec/validate";
import { documentedArg } from "./documented-arg";
import { Formula } from "./formula";
import styles from "./mdx.module.css";

const places = {
  constructor: "the layer’s constructor",
  call: "the layer’s call",
  run: "a run on this site",
} as const;

/** What an argument is, from its spec: place, type, default, rule, symbol, link key. */
export function ArgumentFacts({ name }: { readonly name: string }): ReactNode {
  const spec = documentedArg(name);
  return (
    <dl className={styles["facts"]}>
      {factsOf(spec).map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(spec: ArgSpec): readonly (readonly [string, ReactNode])[] {
  const isInLinks = experimentArgs.some((candidate) => candidate.name === spec.name);
  const facts: (readonly [string, ReactNode])[] = [
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
