import type { ReactNode } from "react";
import { showValue } from "@/engine/spec/show-value";
import { check } from "@/engine/spec/validate";
import { documentedArg } from "./documented-arg";
import { Messages } from "./messages";

/** What the argument refuses and what it says then. The messages are made by the check itself. */
export function ArgumentErrors({ name }: { readonly name: string }): ReactNode {
  const spec = documentedArg(name);
  const messages = spec.invalid.map(({ value }) => {
    const checked = check(spec, value);
    const shown = showValue(value);
    if (checked.ok) throw new Error(`${name} lists ${shown} as refused but accepts it.`);
    return {
      key: shown,
      occasion: <code>{shown}</code>,
      kind: checked.kind,
      message: checked.message,
    };
  });
  return <Messages messages={messages} />;
}
