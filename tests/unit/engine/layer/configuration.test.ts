import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { constructorArgs } from "@/engine/spec/batch-norm";
import type { ArgSpec } from "@/engine/spec/arg-spec";
import { profiles } from "@/engine/spec/profiles";
import { showValue } from "@/engine/spec/show-value";
import { unavailableArgs } from "@/engine/spec/unavailable";
import { refusedBy } from "../support/refused";

const from = (config: Parameters<typeof BatchNormalization.fromConfig>[0]): BatchNormalization =>
  BatchNormalization.fromConfig(config);
const specs: readonly ArgSpec[] = constructorArgs;

describe("the constructor", () => {
  it("without arguments takes every default", () => {
    const layer = new BatchNormalization();
    expect(layer).toMatchObject({
      name: "batch_normalization",
      axis: -1,
      trainable: true,
      profile: "keras-2-v2",
      backend: "reference",
    });
  });

  it("takes an undefined argument for one left out", () => {
    expect(from({ momentum: undefined, unheard_of: undefined } as never).getConfig()).toEqual(
      new BatchNormalization().getConfig(),
    );
  });

  const refused = specs.flatMap(({ name, invalid }) =>
    invalid.map(
      ({ value, message }) => [`${name}=${showValue(value)}`, name, value, message] as const,
    ),
  );
  it.each(refused)("refuses %s with the message of its spec", (_, name, value, message) => {
    expect(refusedBy(() => from({ [name]: value } as never))).toMatchObject({
      code: "argument",
      message,
    });
  });

  it("reports the first wrong argument in the order of the documents", () => {
    expect(refusedBy(() => from({ dtype: "int8", momentum: "x", scale: "x" }))).toEqual({
      code: "argument",
      kind: "TypeError",
      message: 'momentum must be a finite number. Received: momentum="x"',
    });
  });
});

describe("a keyword that is not documented", () => {
  it.each([
    ["decay", 0.9, "decay=0.9"],
    ["betaInitializer", "zeros", 'betaInitializer="zeros"'],
    ["toString", "x", 'toString="x"'],
  ])("such as %s is not understood", (name, value, received) => {
    expect(refusedBy(() => from({ [name]: value }))).toEqual({
      code: "argument-unknown",
      kind: "TypeError",
      message: `Keyword argument not understood: ${name}. Received: ${received}`,
    });
  });

  it("is reported before a wrong value", () => {
    expect(refusedBy(() => from({ momentum: "x", decay: 1 })).code).toBe("argument-unknown");
  });
});

describe("a documented argument that is not computed yet", () => {
  it("is refused with its only accepted value: renorm=true", () => {
    expect(refusedBy(() => from({ renorm: true }))).toEqual({
      code: "argument-unavailable",
      kind: "ValueError",
      message: "renorm must be false: this engine does not compute it yet. Received: renorm=true",
    });
  });

  it.each(Object.entries(unavailableArgs))("accepts its default: %s=%j", (name, standard) => {
    const layer = from({ [name]: standard as null });
    expect(layer.getConfig()).toEqual(new BatchNormalization().getConfig());
  });

  it.each(Object.entries(unavailableArgs))(
    "refuses 7 for %s, whose default is %j",
    (name, standard) => {
      expect(refusedBy(() => from({ [name]: 7 }))).toEqual({
        code: "argument-unavailable",
        kind: "ValueError",
        message: `${name} must be ${showValue(standard)}: this engine does not compute it yet. Received: ${name}=7`,
      });
    },
  );
});

describe("the profile", () => {
  it.each(["tf-0.1", "", "toString"])("%j is refused with the list of profiles", (profile) => {
    expect(refusedBy(() => new BatchNormalization({}, { profile: profile as never }))).toEqual({
      code: "profile",
      kind: "ValueError",
      message: `profile must be one of ${Object.keys(profiles).join(", ")}. Received: profile="${profile}"`,
    });
  });

  it("can be named", () => {
    expect(new BatchNormalization({}, { profile: "keras-2-v2" }).profile).toBe("keras-2-v2");
  });
});
