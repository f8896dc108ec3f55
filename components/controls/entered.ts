import type { ArgSpec } from "@/engine/spec/arg-spec";
import { refusal, showValue } from "@/engine/spec/show-value";
import { checkForSite, siteRule } from "@/engine/spec/validate";

/** What a text of a field stands for, or the sentence that says why it stands for nothing. */
export type Entered<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };

/** Reads the text of a field that holds a whole argument. */
export const enteredAs =
  <Value>(spec: ArgSpec, read: (text: string) => unknown) =>
  (text: string): Entered<Value> => {
    const checked = checkForSite(spec, read(text));
    return checked.ok
      ? { ok: true, value: checked.value as Value }
      : { ok: false, message: refusal(spec.name, siteRule(spec), text) };
  };

/** One of the values that make up an argument. */
export interface Part<Value> {
  readonly argument: string;
  readonly name: string;
  /** Completes "<argument> must be …". */
  readonly rule: string;
  readonly read: (text: string) => unknown;
  readonly accepts: (value: unknown) => value is Value;
}

/** Reads the text of a field that holds a part of an argument. */
export const enteredInto =
  <Value>({ argument, name, rule, read, accepts }: Part<Value>) =>
  (text: string): Entered<Value> => {
    const value = read(text);
    return accepts(value)
      ? { ok: true, value }
      : {
          ok: false,
          message: `${argument} must be ${rule}. Received: ${name}=${showValue(text)}`,
        };
  };
