import { describe, expect, it } from "vitest";
import type { ArgKind, ArgSpec } from "@/engine/spec/arg-spec";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { runArgs } from "@/engine/spec/run/run-args";
import { showValue } from "@/engine/spec/show-value";
import { check } from "@/engine/spec/validate";

const specs: readonly ArgSpec[] = [...documentedArgs, ...runArgs];

/** Kinds whose values are names: one that is not known is a ValueError. */
const named = new Set<ArgKind>(["choice", "initializer", "regularizer", "constraint"]);

/** Whether a value names a class by itself, so that the refusal states the rule of that class instead. */
const isConfigured = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "class_name" in value;

describe.each(specs.map((spec) => [spec.name, spec] as const))("%s", (name, spec) => {
  it(`accepts its default ${showValue(spec.default)} unchanged`, () => {
    expect(check(spec, spec.default)).toEqual({ ok: true, value: spec.default });
  });

  it.each(spec.valid.map((value) => [showValue(value), value] as const))(
    "accepts %s",
    (_, value) => {
      expect(check(spec, value)).toMatchObject({ ok: true });
    },
  );

  it.each(spec.invalid.map(({ value, message }) => [showValue(value), value, message] as const))(
    "refuses %s with its whole message",
    (_, value, message) => {
      expect(check(spec, value)).toEqual({
        ok: false,
        kind: named.has(spec.kind) ? "ValueError" : "TypeError",
        message,
      });
    },
  );

  it("states a rule that its refusals repeat, with the refused value", () => {
    for (const { value, message } of spec.invalid) {
      const end = `. Received: ${name}=${showValue(value)}`;
      expect(message.endsWith(end), message).toBe(true);
      if (isConfigured(value)) expect(message).toMatch(new RegExp(`^${name} must be an? [A-Z]`));
      else expect(message.endsWith(`${name} must be ${spec.rule}${end}`), message).toBe(true);
    }
  });
});

it("refuses at least one sample for every argument but inputs and mask, whose refusals are the tensor's", () => {
  expect(specs.filter((spec) => spec.invalid.length === 0).map((spec) => spec.name)).toEqual([
    "inputs",
    "mask",
  ]);
});
