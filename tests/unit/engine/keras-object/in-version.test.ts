import { describe, expect, it } from "vitest";
import { resolveConstraint } from "@/engine/constraints";
import { resolveInitializer } from "@/engine/initializers";
import { resolveRegularizer } from "@/engine/regularizers";
import { catalogues, writtenIn } from "@/engine/spec/catalogues";
import type { ListedClass, ListedParameter } from "@/engine/spec/catalogues";
import { layerConfigOf, startOf } from "@/engine/spec/experiment";
import { profiles, switchesOf } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";
import { refusedBy } from "../support/refused";

const ids = Object.keys(profiles) as ProfileId[];
const before23: readonly ProfileId[] = [
  "tf-1.4",
  "tf-1.14-v1",
  "tf-1.14-v2",
  "tf-1.15-v2",
  "tf-2.1-v1",
];
const resolvers = {
  initializer: resolveInitializer,
  regularizer: resolveRegularizer,
  constraint: resolveConstraint,
} as const;
type Kind = keyof typeof catalogues;

/** The object as a version resolves it, under the argument "gamma". */
const made = (kind: Kind, given: unknown, id: ProfileId) =>
  (resolvers[kind] as typeof resolveRegularizer)("gamma", given as never, switchesOf(id));

/** What only later versions have: neither class nor function. */
const missing: readonly (readonly [string, readonly ProfileId[]])[] = [
  ["RadialConstraint", ids.filter((id) => id.startsWith("tf-1."))],
  ["OrthogonalRegularizer", ids.filter((id) => !id.startsWith("keras-2"))],
];
const isMissing = ({ className }: ListedClass, id: ProfileId): boolean =>
  missing.some(([name, where]) => name === className && where.includes(id));

/** A value beside the default, such that all versions accept it. */
const another = (parameter: ListedParameter): unknown =>
  [0.25, 3].find(
    (value) =>
      value !== parameter.default && parameter.options === undefined && parameter.accepts(value),
  );

const listed = (Object.keys(catalogues) as Kind[]).flatMap((kind) =>
  catalogues[kind].map((one) => ({ kind, one, name: one.className })),
);

describe.each(listed)("$name of the latest Keras 2", ({ kind, one }) => {
  const config = Object.fromEntries(
    Object.entries(one.parameters).flatMap(([name, parameter]) =>
      another(parameter) === undefined ? [] : [[name, another(parameter)]],
    ),
  );

  it.each(one.identifiers.map((name) => ({ class_name: name, config })))(
    "is taken as $class_name with arguments by every version that has it",
    (given) => {
      for (const id of ids) {
        const written = writtenIn(switchesOf(id), kind, given);
        if (isMissing(one, id)) {
          expect(written).toBe(given);
          expect(refusedBy(() => made(kind, written, id)).message).toMatch(/^Unknown /);
          continue;
        }
        const { config: kept } = made(kind, written, id)!.serialize() as {
          readonly config: Readonly<Record<string, unknown>>;
        };
        for (const [name, value] of Object.entries(config)) {
          expect(kept[name], `${name} in ${id}`).toBeCloseTo(value as number, 7);
        }
      }
    },
  );

  it.each(one.identifiers)("is taken as %j by every version that has it", (given) => {
    for (const id of ids.filter((each) => !isMissing(one, each))) {
      expect(made(kind, writtenIn(switchesOf(id), kind, given), id)).not.toBeNull();
    }
  });
});

describe("an object in a version", () => {
  const l2 = { class_name: "L2", config: { l2: 0.02 } };

  it.each(before23)("is the function l2 of %s, which returns an L1L2", (id) => {
    const written = writtenIn(switchesOf(id), "regularizer", l2);
    expect(written).toEqual({ class_name: "l2", config: { l: 0.02 } });
    const regularizer = made("regularizer", written, id)!;
    expect(regularizer.serialize()).toEqual({
      class_name: "L1L2",
      config: { l1: 0, l2: Math.fround(0.02) },
    });
    expect(regularizer.penalty(Float64Array.of(1, 3), [2])).toBeCloseTo(0.2, 7);
  });

  it.each(ids.filter((id) => !before23.includes(id)))("stays the class L2 in %s", (id) => {
    expect(writtenIn(switchesOf(id), "regularizer", l2)).toBe(l2);
  });

  it("is the function he_normal of 1.4, which returns a VarianceScaling", () => {
    const he = { class_name: "HeNormal", config: { seed: 3 } };
    const written = writtenIn(switchesOf("tf-1.4"), "initializer", he);
    expect(written).toEqual({ class_name: "he_normal", config: { seed: 3 } });
    expect(made("initializer", written, "tf-1.4")!.serialize()).toMatchObject({
      class_name: "VarianceScaling",
      config: { scale: 2, seed: 3 },
    });
  });

  it.each([null, "l2", 3, ["L2"], { config: {} }, { class_name: "Lost", config: {} }, () => 0])(
    "stays what it is where there is nothing to translate: %j",
    (given) => {
      expect(writtenIn(switchesOf("tf-1.4"), "regularizer", given)).toBe(given);
    },
  );

  it("with a config that is none is the version's to refuse", () => {
    const given = { class_name: "L2", config: [0.02] };
    expect(writtenIn(switchesOf("tf-1.4"), "regularizer", given)).toBe(given);
  });

  it("keeps a key that neither class has, for the version to name", () => {
    const given = { class_name: "L2", config: { lost: 1 } };
    const written = writtenIn(switchesOf("tf-1.4"), "regularizer", given);
    expect(written).toEqual({ class_name: "l2", config: { lost: 1 } });
  });

  it("is none of an argument of another kind", () => {
    expect(writtenIn(switchesOf("tf-1.4"), "text", "L2")).toBe("L2");
  });

  it("is what a layer of an experiment is given", () => {
    const experiment = {
      ...startOf({ start: { gamma_regularizer: l2 } }),
      profile: "tf-2.1-v1",
    } as const;
    expect(layerConfigOf(experiment).gamma_regularizer).toEqual({
      class_name: "l2",
      config: { l: 0.02 },
    });
    expect(experiment.gamma_regularizer).toBe(l2);
  });
});
