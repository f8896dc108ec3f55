import { describe, expect, it } from "vitest";
import { profileIds } from "../laws/problems";
import { refusedBy } from "../support/refused";
import type { Refused } from "../support/refused";
import { float32, stateOf } from "../support/tensors";
import { expectRefusedAtOnce, make, typeError, valueError } from "./layers";

const keys = (received: string): Refused =>
  valueError(
    "renorm-clipping-keys",
    `renorm_clipping must be a table with no keys but rmax, rmin, dmax. Received: renorm_clipping with the keys ${received}`,
  );
const bound = (received: string): Refused =>
  typeError(
    "renorm-clipping-value",
    `renorm_clipping must be a table of numbers, scalar tensors or functions of the step. Received: ${received}`,
  );

const points = (received: string): Refused =>
  typeError(
    "renorm-clipping-value",
    `renorm_clipping must be a table whose schedules are lists of one or more [step, value] points of finite numbers, each step greater than the one before. Received: ${received}`,
  );

const wrong: readonly (readonly [object, Refused])[] = [
  [{ dmin: 1 }, keys("dmin")],
  [{ rmax: 3, dmin: 1, rmin: 0 }, keys("rmax, dmin, rmin")],
  [{ RMAX: 3 }, keys("RMAX")],
  [{ rmax: "3" }, bound('rmax="3"')],
  [{ rmin: true }, bound("rmin=true")],
  [{ dmax: Number.NaN }, bound("dmax=NaN")],
  [{ rmax: [3] }, bound("rmax=[3]")],
  [{ rmax: [] }, points("rmax=[]")],
  [{ dmax: [[0]] }, points("dmax=[[0]]")],
  [{ dmax: [[0, 1], 2] }, points("dmax=[[0, 1], 2]")],
  [{ rmin: [[0, Infinity]] }, points("rmin=[[0, Infinity]]")],
  [
    {
      rmax: [
        [0, 1],
        [0, 3],
      ],
    },
    points("rmax=[[0, 1], [0, 3]]"),
  ],
  [{ rmax: { shape: [2], data: [1, 2] } }, bound('rmax={"shape":[2],"data":[1,2]}')],
];

describe("E3: renorm_clipping", () => {
  it.each(wrong)(
    "%j is refused by the constructor where renorm is true",
    (renorm_clipping, refused) => {
      for (const profile of profileIds) {
        expectRefusedAtOnce({ renorm: true, renorm_clipping }, profile, refused);
      }
    },
  );

  it.each(wrong)("%j is accepted and dropped where renorm is false", (renorm_clipping) => {
    for (const profile of profileIds) {
      const [layer, plain] = [make({ renorm_clipping }, profile), make({}, profile)];
      expect(layer.getConfig()).toEqual(plain.getConfig());
      for (const each of [layer, plain]) each.call([[1], [2]], { training: true });
      expect(stateOf(layer)).toEqual(stateOf(plain));
    }
  });

  it("null, an empty table, infinite bounds and a scalar tensor are accepted where renorm is true", () => {
    for (const profile of profileIds) {
      for (const renorm_clipping of [null, {}, { rmax: Infinity }, { dmax: float32([], [1]) }]) {
        expect(make({ renorm: true, renorm_clipping }, profile).built).toBe(false);
      }
    }
  });

  it("a bound of null is none, as Python's None is", () => {
    for (const profile of profileIds) {
      const r = (renorm_clipping: object): number => {
        const layer = make({ renorm: true, renorm_clipping, renorm_momentum: 0 }, profile);
        layer.call([[0], [2]], { training: true });
        return layer.trace([[0], [20]], { training: true }).renorm!.r.data[0]!;
      };
      expect(r({ rmax: null, rmin: null, dmax: null })).toBe(r({}));
      expect(r({ rmax: 3, dmax: null })).toBe(3);
    }
  });

  it("is looked at after fused", () => {
    const args = { renorm: true, renorm_clipping: { dmin: 1 }, fused: true };
    expect(refusedBy(() => make(args)).code).toBe("fused-renorm");
    expect(refusedBy(() => make(args, "keras-2-v1")).code).toBe("renorm-clipping-keys");
  });
});

describe("a function of the step that gives", () => {
  const x = [[1], [2]];
  it.each<[string, unknown, Refused]>([
    ["an unknown key", () => ({ dmin: 1 }), keys("dmin")],
    ["a bound that is no number", () => ({ rmax: "3" }), bound('rmax="3"')],
    [
      "no table",
      () => 3,
      typeError(
        "renorm-clipping-value",
        "renorm_clipping must be a function that returns a table of bounds. Received: renorm_clipping=3",
      ),
    ],
    [
      "one more function",
      () => () => ({}),
      typeError(
        "renorm-clipping-value",
        "renorm_clipping must be a function that returns a table of bounds. Received: renorm_clipping=a function",
      ),
    ],
    [
      "NaN for its bound",
      { rmax: () => NaN },
      typeError(
        "renorm-clipping-value",
        "renorm_clipping must be a table whose functions return numbers. Received: renorm_clipping=NaN",
      ),
    ],
    [
      "no number for its bound",
      { rmax: () => "3" },
      typeError(
        "renorm-clipping-value",
        'renorm_clipping must be a table whose functions return numbers. Received: renorm_clipping="3"',
      ),
    ],
  ])(
    "%s is refused by the training call that asks it, and not by inference",
    (_, clipping, refused) => {
      for (const profile of profileIds) {
        const layer = make({ renorm: true, renorm_clipping: clipping }, profile);
        layer.call(x);
        const before = stateOf(layer);
        expect(refusedBy(() => layer.call(x, { training: true }))).toEqual(refused);
        expect(stateOf(layer)).toEqual(before);
        expect(layer.step).toBe(0);
      }
    },
  );
});
