import { describe, expect, it } from "vitest";
import type { ArgSpec } from "@/engine/spec/arg-spec";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { runArgs } from "@/engine/spec/run/run-args";
import { showValue } from "@/engine/spec/show-value";
import { check } from "@/engine/spec/validate";

const specs: readonly ArgSpec[] = [...documentedArgs, ...runArgs];

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
        kind: spec.kind === "choice" || spec.kind === "initializer" ? "ValueError" : "TypeError",
        message,
      });
    },
  );

  it("states a rule that its refusals repeat, with the refused value", () => {
    for (const { value, message } of spec.invalid) {
      const end = `${name} must be ${spec.rule}. Received: ${name}=${showValue(value)}`;
      expect(message.endsWith(end), message).toBe(true);
    }
  });
});

it("refuses at least one sample for every argument but the inputs, whose refusals are the tensor's", () => {
  expect(specs.filter((spec) => spec.invalid.length === 0).map((spec) => spec.name)).toEqual([
    "inputs",
  ]);
});
