import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import * as graph from "@/engine/graph";
import { functions, methods, properties } from "@/engine/spec/members";

/** How a class, or one of those it extends, describes a member of its objects. */
function descriptorOf(name: string): PropertyDescriptor | undefined {
  let prototype: unknown = BatchNormalization.prototype;
  while (typeof prototype === "object" && prototype !== null) {
    const own = Object.getOwnPropertyDescriptor(prototype, name);
    if (own !== undefined) return own;
    prototype = Object.getPrototypeOf(prototype);
  }
  return undefined;
}

const isStatic = (signature: string): boolean => signature.startsWith("static ");

describe("BatchNormalization", () => {
  it.each(properties)(
    "has the property $tsName, writable only if its signature says so",
    (spec) => {
      const descriptor = descriptorOf(spec.tsName);
      expect(descriptor).toHaveProperty("get");
      expect(descriptor?.set === undefined).toBe(spec.signature.startsWith("readonly "));
    },
  );

  it.each(methods.filter(({ signature }) => !isStatic(signature)))(
    "has the method $tsName for $name",
    ({ tsName }) => {
      expect(descriptorOf(tsName)?.value).toBeTypeOf("function");
    },
  );

  it.each(methods.filter(({ signature }) => isStatic(signature)))(
    "has the static method $tsName",
    ({ tsName }) => {
      expect(Object.getOwnPropertyDescriptor(BatchNormalization, tsName)?.value).toBeTypeOf(
        "function",
      );
    },
  );
});

it.each(functions)("$tsName is a function beside it", ({ tsName }) => {
  expect(Object.entries(graph).find(([name]) => name === tsName)?.[1]).toBeTypeOf("function");
});
