import { describe, expect, it } from "vitest";
import type { ProfileId } from "@/engine";
import { profileIds } from "../laws/problems";
import { expectRefusedAtOnce, expectRefusedByBuild, make, typeError } from "./layers";
import { refusedBy } from "../support/refused";

const refusal = (shown: string): ReturnType<typeof typeError> =>
  typeError("argument", `axis must be an int or a list of ints. Received: axis=${shown}`);

const tuple = (...items: readonly number[]): object => ({ class_name: "__tuple__", items });
const withTuples: readonly ProfileId[] = [
  "tf-2.3-v1",
  "tf-2.3-v2",
  "tf-2.3-layers",
  "keras-2-v1",
  "keras-2-v2",
];

describe("E1: an axis that is neither an int nor a list of ints", () => {
  const wrong: readonly (readonly [unknown, string])[] = [
    ["channels", '"channels"'],
    ["1", '"1"'],
    [1.5, "1.5"],
    [Number.NaN, "NaN"],
    [Infinity, "Infinity"],
    [null, "null"],
    [true, "true"],
    [[], "[]"],
    [[1, "2"], '[1, "2"]'],
    [[1.5], "[1.5]"],
    [[[1]], "[[1]]"],
    [{ axis: 1 }, '{"axis":1}'],
    [{ class_name: "list", items: [1] }, '{"class_name":"list","items":[1]}'],
  ];

  it.each(wrong)("such as %j is a TypeError of the constructor", (axis, shown) => {
    for (const profile of profileIds.filter((id) => id !== "tf-1.4")) {
      expectRefusedAtOnce({ axis }, profile, refusal(shown));
    }
  });

  it.each(wrong)("such as %j is a TypeError of build in TensorFlow 1.4", (axis, shown) => {
    expectRefusedByBuild({ axis }, "tf-1.4", [2, 3], refusal(shown));
    const layer = make({ axis }, "tf-1.4");
    expect(refusedBy(() => layer.call([[1, 2]]))).toEqual(refusal(shown));
    expect(layer.built).toBe(false);
  });

  it.each(wrong)("such as %j is in the configuration of TensorFlow 1.4 as given", (axis) => {
    expect(make({ axis }, "tf-1.4").getConfig()["axis"]).toEqual(axis);
  });

  it("left out or undefined is the last axis", () => {
    for (const profile of profileIds) {
      const layer = make({ axis: undefined }, profile);
      layer.build([2, 3]);
      expect(layer.axis).toEqual([1]);
    }
  });
});

describe("a tuple", () => {
  it("is a list in TensorFlow 2.2 and later, also of one, also negative", () => {
    for (const profile of withTuples) {
      for (const [items, resolved] of [
        [
          [1, 2],
          [1, 2],
        ],
        [[3], [3]],
        [
          [-1, 1],
          [3, 1],
        ],
      ]) {
        const layer = make({ axis: tuple(...items!) }, profile);
        expect(layer.axis).toEqual(items);
        layer.build([2, 3, 4, 5]);
        expect(layer.axis).toEqual(resolved);
      }
    }
  });

  it("of something else than ints is a TypeError there too, shown without its wrapping", () => {
    for (const profile of withTuples) {
      expectRefusedAtOnce(
        { axis: { class_name: "__tuple__", items: [1, "2"] } },
        profile,
        refusal('[1, "2"]'),
      );
    }
  });

  it("is a TypeError of the constructor from 1.14 to 2.1, of build in 1.4", () => {
    const refused = refusal('{"class_name":"__tuple__","items":[1,2]}');
    const without = profileIds.filter((id) => !withTuples.includes(id));
    expect(without).toEqual(["tf-1.4", "tf-1.14-v1", "tf-1.14-v2", "tf-1.15-v2", "tf-2.1-v1"]);
    for (const profile of without) {
      if (profile === "tf-1.4") {
        expectRefusedByBuild({ axis: tuple(1, 2) }, profile, [2, 3, 4], refused);
      } else {
        expectRefusedAtOnce({ axis: tuple(1, 2) }, profile, refused);
      }
    }
  });
});
