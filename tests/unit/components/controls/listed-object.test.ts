import { describe, expect, it } from "vitest";
import {
  chosenIn,
  classNamed,
  identifierOf,
  inPlaceOf,
  optionsOf,
  takesLists,
  withConfig,
  written,
} from "@/components/controls/listed-object";
import type { ObjectKind } from "@/components/controls/listed-object";
import { catalogues } from "@/engine/spec/catalogues";
import type { ListedClass, WrittenObject } from "@/engine/spec/catalogues";
import { constant } from "@/engine/spec/constant";
import { experimentArg } from "@/engine/spec/experiment";
import { checkForSite } from "@/engine/spec/validate";

const kinds = Object.keys(catalogues) as ObjectKind[];
const classesOf = (kind: ObjectKind): readonly ListedClass[] => catalogues[kind];
const parametersOf = (kind: ObjectKind) =>
  classesOf(kind).flatMap((listed) =>
    Object.entries(listed.parameters).map(([name, parameter]) => ({ listed, name, parameter })),
  );
const argument = {
  initializer: experimentArg("gamma_initializer"),
  regularizer: experimentArg("gamma_regularizer"),
  constraint: experimentArg("gamma_constraint"),
} as const;

const reform = (kind: ObjectKind, value: WrittenObject): WrittenObject => {
  const chosen = chosenIn(kind, value);
  return chosen === null ? null : written(chosen);
};

describe.each(kinds)("the catalogue of every %s", (kind) => {
  it("has a documented identifier of its own for each class, by which it is found", () => {
    const identifiers = classesOf(kind).map(identifierOf);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    for (const listed of classesOf(kind)) {
      expect(classNamed(kind, identifierOf(listed))).toBe(listed);
    }
  });

  it("gives values that the argument accepts: each class as it is and with every parameter said", () => {
    for (const listed of classesOf(kind)) {
      expect(checkForSite(argument[kind], written(withConfig(listed, {}))).ok).toBe(true);
    }
    for (const { listed, name, parameter } of parametersOf(kind)) {
      const other = optionsOf(parameter)?.find((option) => option !== parameter.default) ?? 3;
      const value = written(withConfig(listed, { [name]: other }));
      expect(value).toMatchObject({ config: { [name]: other } });
      expect(checkForSite(argument[kind], value).ok).toBe(true);
      expect(chosenIn(kind, value)?.listed).toBe(listed);
    }
  });

  it("knows no names of prototypes", () => {
    for (const name of ["constructor", "__proto__", "toString", "length", ""]) {
      expect(classNamed(kind, name)).toBeUndefined();
    }
  });
});

describe("an object in the form of controls and links", () => {
  it("is an identifier, or a class with what is not at its default", () => {
    expect(reform("initializer", "RandomNormal")).toBe("random_normal");
    expect(
      reform("initializer", { class_name: "normal", config: { stddev: 0.05, mean: 2 } }),
    ).toEqual({ class_name: "RandomNormal", config: { mean: 2 } });
    expect(reform("regularizer", { class_name: "L2", config: { l2: null } })).toBe("l2");
    expect(reform("constraint", null)).toBeNull();
  });

  it("always says the value of a constant", () => {
    expect(reform("initializer", "constant")).toEqual(constant(0));
    expect(reform("initializer", constant(0))).toEqual(constant(0));
  });

  it("keeps l1_l2 apart from L1L2, whose defaults are others", () => {
    const config = { l1: 0.5 };
    expect(reform("regularizer", { class_name: "L1L2", config })).toEqual({
      class_name: "L1L2",
      config,
    });
    expect(chosenIn("regularizer", { class_name: "L1L2", config })?.config).toEqual({
      l1: 0.5,
      l2: 0,
    });
    expect(chosenIn("regularizer", { class_name: "l1_l2", config })?.config).toEqual({
      l1: 0.5,
      l2: 0.01,
    });
    expect(reform("regularizer", { class_name: "l1_l2", config })).toEqual({
      class_name: "l1_l2",
      config,
    });
  });

  it("is refused when it names no class, since no link and no control makes one", () => {
    expect(() => chosenIn("constraint", "l2")).toThrow(new RangeError("no constraint is named l2"));
  });
});

describe("another class in place of one", () => {
  const replaced = (kind: ObjectKind, value: WrittenObject, identifier: string): WrittenObject =>
    written(inPlaceOf(chosenIn(kind, value), classNamed(kind, identifier)!));

  it("keeps what was said of the parameters that it has too", () => {
    const config = { stddev: 0.2, seed: 3 };
    const before = { class_name: "RandomNormal", config };
    expect(replaced("initializer", before, "truncated_normal")).toEqual({
      class_name: "TruncatedNormal",
      config,
    });
    expect(replaced("initializer", before, "he_normal")).toEqual({
      class_name: "HeNormal",
      config: { seed: 3 },
    });
    expect(replaced("initializer", before, "ones")).toBe("ones");
  });

  it("does not keep defaults: max_value of min_max_norm is another", () => {
    expect(replaced("constraint", "max_norm", "min_max_norm")).toBe("min_max_norm");
  });

  it("starts a constant where zeros and ones were, and anything from none", () => {
    expect(replaced("initializer", "zeros", "constant")).toEqual(constant(0));
    expect(replaced("initializer", "ones", "constant")).toEqual(constant(1));
    expect(replaced("initializer", null, "constant")).toEqual(constant(0));
    expect(replaced("regularizer", null, "l1")).toBe("l1");
  });
});

describe("the field of a parameter", () => {
  const parameter = (kind: ObjectKind, identifier: string, name: string) =>
    classNamed(kind, identifier)!.parameters[name]!;

  it("is a choice of exactly the words that the parameter accepts", () => {
    expect(optionsOf(parameter("initializer", "variance_scaling", "mode"))).toEqual([
      "fan_in",
      "fan_out",
      "fan_avg",
    ]);
    expect(optionsOf(parameter("initializer", "variance_scaling", "distribution"))).toEqual([
      "truncated_normal",
      "untruncated_normal",
      "uniform",
      "normal",
    ]);
    expect(optionsOf(parameter("regularizer", "orthogonal_regularizer", "mode"))).toEqual([
      "rows",
      "columns",
    ]);
  });

  it("is a choice for truth values, and a text for all else", () => {
    const accepts = (): boolean => true;
    expect(optionsOf({ default: false, rule: "", accepts })).toEqual([false, true]);
    expect(optionsOf({ default: "float32", rule: "the name of one", accepts })).toBeNull();
    expect(optionsOf(parameter("initializer", "random_normal", "seed"))).toBeNull();
    for (const kind of kinds) {
      for (const { parameter: one } of parametersOf(kind)) {
        if (typeof one.default === "string") expect(optionsOf(one)).toContain(one.default);
      }
    }
  });

  it("takes lists where the class does", () => {
    expect(takesLists(parameter("constraint", "max_norm", "axis"))).toBe(true);
    expect(takesLists(parameter("initializer", "constant", "value"))).toBe(true);
    expect(takesLists(parameter("constraint", "max_norm", "max_value"))).toBe(false);
  });
});
