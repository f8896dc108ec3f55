import { describe, expect, it } from "vitest";
import type { ProfileId } from "@/engine";
import { profileIds } from "../laws/problems";
import type { Refused } from "../support/refused";
import { expectRefusedAtOnce, expectRefusedByBuild, make, valueError } from "./layers";
import type { AnyArguments } from "./layers";

const before2: readonly ProfileId[] = ["tf-1.4", "tf-1.14-v1", "tf-1.14-v2", "tf-1.15-v2"];
const before23: readonly ProfileId[] = [...before2, "tf-2.1-v1"];
const before24: readonly ProfileId[] = [...before23, "tf-2.3-v1", "tf-2.3-v2", "tf-2.3-layers"];

type Noun = "initializer" | "regularizer" | "constraint";

const initializers =
  "zeros, ones, constant, random_normal, random_uniform, truncated_normal, variance_scaling, orthogonal, identity, glorot_normal, glorot_uniform, lecun_normal, lecun_uniform, he_normal, he_uniform";

/** What a version lists for an argument of the kind. */
const listed: Readonly<Record<Noun, (profile: ProfileId) => string>> = {
  initializer: () => initializers,
  regularizer: (profile) =>
    before24.includes(profile)
      ? "l1, l2, L1L2, l1_l2"
      : "l1, l2, L1L2, l1_l2, orthogonal_regularizer",
  constraint: (profile) =>
    before2.includes(profile)
      ? "max_norm, non_neg, unit_norm, min_max_norm"
      : "max_norm, non_neg, unit_norm, min_max_norm, radial_constraint",
};

const ruleOf = (noun: Noun, profile: ProfileId): string =>
  `${listed[noun](profile)}, {class_name, config}, a function or null`;

const argumentsOf: readonly (readonly [string, Noun])[] = [
  ["beta_initializer", "initializer"],
  ["gamma_initializer", "initializer"],
  ["moving_mean_initializer", "initializer"],
  ["moving_variance_initializer", "initializer"],
  ["beta_regularizer", "regularizer"],
  ["gamma_regularizer", "regularizer"],
  ["beta_constraint", "constraint"],
  ["gamma_constraint", "constraint"],
];

describe.each(argumentsOf)("E9: %s", (argument, noun) => {
  it.each([
    ["ons", '"ons"'],
    ["", '""'],
    ["ZEROS", '"ZEROS"'],
    ["toString", '"toString"'],
    [{ class_name: "Oens", config: {} }, '{"class_name":"Oens","config":{}}'],
    [{ class_name: 3 }, '{"class_name":3}'],
  ])("%j is unknown", (value, shown) => {
    for (const profile of profileIds) {
      const rule = ruleOf(noun, profile);
      expectRefusedAtOnce(
        { [argument]: value },
        profile,
        valueError(
          "argument",
          `Unknown ${noun}: ${argument} must be ${rule}. Received: ${argument}=${shown}`,
        ),
      );
    }
  });

  it.each([
    [3, "3"],
    [true, "true"],
    [["zeros"], '["zeros"]'],
    [{ config: {} }, '{"config":{}}'],
  ])("%j is no identifier", (value, shown) => {
    for (const profile of profileIds) {
      const rule = ruleOf(noun, profile);
      expectRefusedAtOnce(
        { [argument]: value },
        profile,
        valueError(
          "argument",
          `Could not interpret ${noun} identifier: ${argument} must be ${rule}. Received: ${argument}=${shown}`,
        ),
      );
    }
  });
});

describe("E9: a config that the class does not take", () => {
  it.each([
    [
      { gamma_initializer: { class_name: "RandomNormal", config: { stddev: "1" } } },
      'gamma_initializer must be a RandomNormal with a finite stddev. Received: gamma_initializer={"class_name":"RandomNormal","config":{"stddev":"1"}}',
    ],
    [
      { moving_mean_initializer: { class_name: "VarianceScaling", config: { scale: 0 } } },
      'moving_mean_initializer must be a VarianceScaling with a scale above 0. Received: moving_mean_initializer={"class_name":"VarianceScaling","config":{"scale":0}}',
    ],
    [
      { beta_constraint: { class_name: "UnitNorm", config: 3 } },
      'beta_constraint must be a UnitNorm with a config that is an object. Received: beta_constraint={"class_name":"UnitNorm","config":3}',
    ],
    [
      { gamma_constraint: { class_name: "NonNeg", config: { axis: 0 } } },
      'gamma_constraint must be a NonNeg without arguments. Received: gamma_constraint={"class_name":"NonNeg","config":{"axis":0}}',
    ],
  ])("%j", (args, message) => {
    for (const profile of profileIds) {
      expectRefusedAtOnce(args, profile, valueError("argument", message));
    }
  });

  it("an infinite factor is refused from 2.4 on, and only there", () => {
    const args = { beta_regularizer: { class_name: "L1L2", config: { l1: Infinity } } };
    for (const profile of profileIds) {
      if (before24.includes(profile)) expect(make(args, profile).built).toBe(false);
      else {
        expectRefusedAtOnce(
          args,
          profile,
          valueError(
            "argument",
            'beta_regularizer must be an L1L2 with a finite l1. Received: beta_regularizer={"class_name":"L1L2","config":{"l1":Infinity}}',
          ),
        );
      }
    }
  });

  it("a factor that is no number is refused everywhere", () => {
    const args = { beta_regularizer: { class_name: "L1L2", config: { l1: "1" } } };
    for (const profile of profileIds) {
      const rule = before24.includes(profile) ? "an l1 that is a number" : "a finite l1";
      expectRefusedAtOnce(
        args,
        profile,
        valueError(
          "argument",
          `beta_regularizer must be an L1L2 with ${rule}. Received: beta_regularizer={"class_name":"L1L2","config":{"l1":"1"}}`,
        ),
      );
    }
  });

  it("verify_shape is an argument of Constant in TensorFlow 1 only", () => {
    const args = {
      gamma_initializer: { class_name: "Constant", config: { value: 2, verify_shape: false } },
    };
    for (const profile of profileIds) {
      if (before2.includes(profile)) expect(make(args, profile).built).toBe(false);
      else {
        expectRefusedAtOnce(
          args,
          profile,
          valueError(
            "argument",
            'gamma_initializer must be a Constant with no arguments other than value. Received: gamma_initializer={"class_name":"Constant","config":{"value":2,"verify_shape":false}}',
          ),
        );
      }
    }
  });
});

describe("E9: a name that only other versions know", () => {
  it.each<[string, string, Noun, readonly ProfileId[]]>([
    ["gamma_constraint", "RadialConstraint", "constraint", before2],
    ["gamma_regularizer", "L1", "regularizer", before23],
    ["beta_regularizer", "L2", "regularizer", before23],
    ["gamma_regularizer", "OrthogonalRegularizer", "regularizer", before24],
    ["gamma_initializer", "HeNormal", "initializer", ["tf-1.4"]],
  ])("%s=%j is unknown there and found elsewhere", (argument, value, noun, unknownIn) => {
    for (const profile of profileIds) {
      if (unknownIn.includes(profile)) {
        const received = `Received: ${argument}="${value}"`;
        expectRefusedAtOnce(
          { [argument]: value },
          profile,
          valueError(
            "argument",
            `Unknown ${noun}: ${argument} must be ${ruleOf(noun, profile)}. ${received}`,
          ),
        );
      } else {
        expect(make({ [argument]: value }, profile).built).toBe(false);
      }
    }
  });
});

describe("E9: an initializer that cannot serve the weight is a ValueError of build", () => {
  it.each([
    [
      { gamma_initializer: "orthogonal" },
      "gamma_initializer must be applied to a weight of rank 2 or more when it is an Orthogonal. Received: shape=[3]",
    ],
    [
      { beta_initializer: "identity" },
      "beta_initializer must be applied to a weight of rank 2 when it is an Identity. Received: shape=[3]",
    ],
    [
      { gamma_initializer: () => [1, 2] },
      "gamma_initializer must be a function whose result fills a weight of shape [3]. Received: 2 numbers",
    ],
    [
      { moving_variance_initializer: () => "one" },
      'moving_variance_initializer must be a function whose result fills a weight of shape [3]. Received: "one"',
    ],
  ])("%j", (args, message) => {
    for (const profile of profileIds) {
      expectRefusedByBuild(args, profile, [null, 3], valueError("argument", message));
    }
  });

  it("a Constant of more numbers than the weight has; of fewer except in TensorFlow 1, which repeats the last", () => {
    const constantOf = (...value: readonly number[]): AnyArguments => ({
      moving_mean_initializer: { class_name: "Constant", config: { value } },
    });
    const refused = (count: string): Refused =>
      valueError(
        "argument",
        `moving_mean_initializer must be for a weight of ${count} when it is a Constant of that many. Received: shape=[3]`,
      );
    for (const profile of profileIds) {
      const pads = before2.includes(profile);
      const tooMany = refused(pads ? "4 elements or more" : "4 elements");
      expectRefusedByBuild(constantOf(1, 2, 3, 4), profile, [null, 3], tooMany);
      if (pads) {
        const layer = make({ ...constantOf(1, 2), scale: false, center: false }, profile);
        layer.build([null, 3]);
        expect(layer.getWeights()[0]?.data).toEqual(Float32Array.of(1, 2, 2));
      } else {
        expectRefusedByBuild(constantOf(1, 2), profile, [null, 3], refused("2 elements"));
      }
    }
  });

  it("Orthogonal serves a parameter of full rank", () => {
    const layer = make({ gamma_initializer: "orthogonal", axis: [1, 2] });
    layer.build([null, 2, 3]);
    expect(layer.getWeights()[0]!.shape).toEqual([1, 2, 3]);
  });

  it("an initializer of a weight that does not exist is not asked", () => {
    const layer = make({ gamma_initializer: "orthogonal", scale: false });
    layer.build([null, 3]);
    expect(layer.built).toBe(true);
  });

  it("renorm with stddev averages needs an initializer for the variance", () => {
    const args = { renorm: true, moving_variance_initializer: null };
    expectRefusedByBuild(args, "keras-2-v2", [null, 3], {
      code: "renorm-variance-initializer",
      kind: "TypeError",
      message:
        "moving_variance_initializer must be an initializer where renorm is true. Received: moving_variance_initializer=null",
    });
    const weighted = make(args, "tf-1.14-v2");
    weighted.build([null, 3]);
    expect(weighted.built).toBe(true);
  });
});
