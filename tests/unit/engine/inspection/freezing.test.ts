import { describe, expect, it } from "vitest";
import { tensor } from "@/engine";
import { freezingCases, freezingInVersions } from "@/engine/inspection/freezing";
import { profiles, switchesOf } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";

const inputs = tensor([
  [1, -3],
  [2, 5],
  [6, 0],
]);
const ids = Object.keys(profiles) as ProfileId[];
const movedIn = ({ changes }: ReturnType<typeof freezingCases>[number]): readonly string[] =>
  changes.filter(({ isMoved }) => isMoved).map(({ name }) => name);

describe.each(ids)("freezing in %s", (profile) => {
  const cases = freezingCases({}, inputs, profile);
  const { frozenMeansInference, frozenStillUpdates } = switchesOf(profile);

  it("is seen in all four cases", () => {
    expect(cases.map(({ trainable, training }) => [trainable, training])).toEqual([
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it("does what its switches say", () => {
    const [trained, inferred, frozen, both] = cases;
    expect(movedIn(trained!)).toEqual(["gamma", "beta", "moving_mean", "moving_variance"]);
    expect(movedIn(inferred!)).toEqual(["gamma", "beta"]);
    expect(movedIn(both!)).toEqual([]);
    expect(movedIn(frozen!)).toEqual(frozenStillUpdates ? ["moving_mean", "moving_variance"] : []);
    expect(cases.map(({ usesBatch }) => usesBatch)).toEqual([
      true,
      false,
      !frozenMeansInference,
      false,
    ]);
  });
});

it("holds the weights before and after: those of the formulas, within 1e-6", () => {
  const [trained] = freezingCases({ momentum: 0.5 }, inputs, "keras-2-v2");
  const the = (name: string) => trained!.changes.find((change) => change.name === name)!;
  expect(the("moving_mean").before).toEqual(Float64Array.of(0, 0));
  expect(the("moving_mean").after).toBeAllClose([1.5, 1 / 3], { absolute: 1e-6 });
  expect(the("beta").after).toBeAllClose([-0.1, -0.1], { absolute: 1e-6 });
});

it("counts a weight as moved for any bit, and not where it stays to the bit", () => {
  const [trained] = freezingCases({ momentum: 1, scale: false }, inputs, "keras-2-v2");
  expect(trained!.changes.map(({ name, isMoved }) => [name, isMoved])).toEqual([
    ["beta", true],
    ["moving_mean", false],
    ["moving_variance", false],
  ]);
  const poisoned = freezingCases({}, tensor([[NaN], [1]]), "tf-2.3-v1");
  expect(movedIn(poisoned[0]!)).toContain("moving_mean");
  expect(movedIn(poisoned[2]!)).toEqual([]);
});

it("moves every weight of a float16 layer too, however many channels it has", () => {
  const wide = tensor([Array.from({ length: 256 }, (_, i) => i / 100), Array(256).fill(0)]);
  const [trained] = freezingCases({ dtype: "float16" }, wide, "keras-2-v2");
  expect(movedIn(trained!)).toHaveLength(4);
});

it("asks every version, and keeps the message of one that refuses", () => {
  const versions = freezingInVersions({ adjustment: { scale: 0.1, bias: 0 } }, inputs);
  expect(versions.map(({ profile }) => profile)).toEqual(ids);
  expect(versions.filter(({ cases }) => !cases.ok)).toEqual([
    {
      profile: "tf-1.4",
      cases: {
        ok: false,
        message:
          'Keyword argument not understood: adjustment. Received: adjustment={"scale":0.1,"bias":0}',
      },
    },
  ]);
});
