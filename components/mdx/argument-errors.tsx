import type { ReactNode } from "react";
import { showValue } from "@/engine/spec/show-value";
import { check } from "@/engine/spec/validate";
import { documentedArg } from "./documented-arg";
import styles from "./mdx.module.css";

/** What the argument refuses and what it says then. The messages are made by the check itself. */
export function ArgumentErrors({ name }: { readonly name: string }): ReactNode {
  const spec = documentedArg(name);
  return (
    <dl className={styles["errors"]}>
      {spec.invalid.map(({ value }) => {
        const checked = check(spec, value);
        if (checked.ok)
          throw new Error(`${name} lists ${showValue(value)} as refused but accepts it.`);
        return (
          <div key={showValue(value)}>
            <dt>
              <code>{showValue(value)}</code>
            </dt>
            <dd>
              {checked.kind}: {checked.message}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
