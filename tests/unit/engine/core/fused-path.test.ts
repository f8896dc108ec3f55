import { describe, expect, it } from "vitest";
import { fusedAfterBuild, fusedBeforeBuild } from "@/engine/core/fused-path";
import type { FusedConditions } from "@/engine/core/fused-questions";
import { profiles, switchesOf } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";
import { range } from "../support/naive";
import { refusedBy } from "../support/refused";
import type { Refused } from "../support/refused";

const plain: FusedConditions = {
  renorm: false,
  axis: -1,
  virtualBatchSize: null,
  adjustment: null,
  hasRegularizer: false,
  dtype: "float32",
};

const ids = Object.keys(profiles) as ProfileId[];
const binding = ids.filter((id) => switchesOf(id).fusedIsBinding);
const lenient = ids.filter((id) => !switchesOf(id).fusedIsBinding);
const withRank5 = (id: ProfileId): boolean => id.startsWith("keras-2");

const before = (
  fused: boolean | null,
  conditions: Partial<FusedConditions>,
  profile: ProfileId,
): boolean | null => fusedBeforeBuild(fused, { ...plain, ...conditions }, switchesOf(profile));

const after = (
  fused: boolean | null,
  input: { readonly rank: number; readonly axes: readonly number[] },
  profile: ProfileId,
  conditions: Partial<FusedConditions> = {},
): boolean =>
  fusedAfterBuild(
    before(fused, conditions, profile),
    { ...input, shapeText: "[…]" },
    { ...plain, ...conditions },
    switchesOf(profile),
  );

it("the V2 classes take fused=true as binding, the V1 classes do not", () => {
  expect(binding).toEqual(["tf-1.14-v2", "tf-1.15-v2", "tf-2.3-v2", "keras-2-v2"]);
  expect(lenient).toEqual([
    "tf-1.4",
    "tf-1.14-v1",
    "tf-2.1-v1",
    "tf-2.3-v1",
    "tf-2.3-layers",
    "keras-2-v1",
  ]);
});

/** Every obstacle the constructor can see, with what it says where `fused=true` is binding. */
const obstacles: readonly (readonly [Partial<FusedConditions>, string, string])[] = [
  [
    { renorm: true },
    "fused-renorm",
    "fused=true excludes renorm: renorm must be false when fused=true. Received: renorm=true",
  ],
  [
    { virtualBatchSize: 2 },
    "fused-virtual-batch-size",
    "fused=true excludes virtual_batch_size: virtual_batch_size must be null when fused=true. Received: virtual_batch_size=2",
  ],
  [
    { adjustment: { scale: 0.1, bias: 0 } },
    "fused-adjustment",
    'fused=true excludes adjustment: adjustment must be null when fused=true. Received: adjustment={"scale":0.1,"bias":0}',
  ],
  [
    { dtype: "float64" },
    "fused-dtype",
    'fused=true excludes this dtype: dtype must be float16 or float32 when fused=true. Received: dtype="float64"',
  ],
];

const axisObstacle = (profile: ProfileId, shown: string): Refused => ({
  code: "fused-axis",
  kind: "ValueError",
  message: `fused=true is only possible when axis is 1 or 3: axis must be one of ${
    withRank5(profile) ? "-4, -3, -1, 1, 3, 4" : "-3, -1, 1, 3"
  } when fused=true. Received: axis=${shown}`,
});

describe.each(binding)("before build, in %s", (profile) => {
  it("null stays undecided, true stays true and false stays false where nothing speaks against it", () => {
    for (const dtype of ["float16", "float32"] as const) {
      expect([null, true, false].map((fused) => before(fused, { dtype }, profile))).toEqual([
        null,
        true,
        false,
      ]);
    }
  });

  it.each(obstacles)(
    "%j decides null and false to false, and refuses true",
    (given, code, message) => {
      expect(before(null, given, profile)).toBe(false);
      expect(before(false, given, profile)).toBe(false);
      expect(refusedBy(() => before(true, given, profile))).toEqual({
        code,
        kind: "ValueError",
        message,
      });
    },
  );

  it.each(range(11).map((i) => i - 5))("axis %i is judged by its value alone", (axis) => {
    const accepted = withRank5(profile) ? [-4, -3, -1, 1, 3, 4] : [-3, -1, 1, 3];
    for (const given of [axis, [axis]]) {
      if (accepted.includes(axis)) {
        expect(before(true, { axis: given }, profile)).toBe(true);
        expect(before(null, { axis: given }, profile)).toBeNull();
      } else {
        const shown = typeof given === "number" ? `${axis}` : `[${axis}]`;
        expect(refusedBy(() => before(true, { axis: given }, profile))).toEqual(
          axisObstacle(profile, shown),
        );
        expect(before(null, { axis: given }, profile)).toBe(false);
      }
    }
  });

  it("several axes are an obstacle", () => {
    expect(refusedBy(() => before(true, { axis: [1, 3] }, profile))).toEqual(
      axisObstacle(profile, "[1, 3]"),
    );
    expect(before(null, { axis: [1, 3] }, profile)).toBe(false);
  });

  it("the first obstacle of renorm, axis, virtual_batch_size, adjustment, dtype is the one named", () => {
    const all: Partial<FusedConditions> = {
      renorm: true,
      axis: 2,
      virtualBatchSize: 2,
      adjustment: { scale: 0.1, bias: 0 },
      dtype: "float64",
    };
    const lifted: readonly Partial<FusedConditions>[] = [
      {},
      { renorm: false },
      { axis: 1 },
      { virtualBatchSize: null },
      { adjustment: null },
    ];
    const codes = lifted.map((_, count) => {
      const given = Object.assign({}, all, ...lifted.slice(0, count + 1)) as typeof all;
      return refusedBy(() => before(true, given, profile)).code;
    });
    expect(codes).toEqual([
      "fused-renorm",
      "fused-axis",
      "fused-virtual-batch-size",
      "fused-adjustment",
      "fused-dtype",
    ]);
  });

  it("a regularizer is no obstacle", () => {
    expect(before(true, { hasRegularizer: true }, profile)).toBe(true);
  });
});

describe.each(lenient)("before build, in %s", (profile) => {
  it("null means true, and nothing is refused or looked at", () => {
    for (const given of [{}, { axis: 2 }, ...obstacles.map(([obstacle]) => obstacle)]) {
      expect([null, true, false].map((fused) => before(fused, given, profile))).toEqual([
        true,
        true,
        false,
      ]);
    }
  });
});

describe.each(ids)("after build, in %s", (profile) => {
  const asked = [null, true] as const;

  it("null and true run fused at rank 4 along 1 and 3 and, in Keras 2, at rank 5 along 1 and 4", () => {
    const places = range(6).flatMap((r) => range(r + 1).map((axis) => [r + 1, axis] as const));
    const fused = places.filter(([rank, axis]) => after(null, { rank, axes: [axis] }, profile));
    const rank4 = [
      [4, 1],
      [4, 3],
    ];
    const rank5 = [
      [5, 1],
      [5, 4],
    ];
    expect(fused).toEqual(withRank5(profile) ? [...rank4, ...rank5] : rank4);
    for (const [rank, axis] of fused)
      expect(after(true, { rank, axes: [axis] }, profile)).toBe(true);
  });

  it("false never runs fused", () => {
    expect(after(false, { rank: 4, axes: [3] }, profile)).toBe(false);
    expect(after(false, { rank: 4, axes: [2] }, profile)).toBe(false);
  });

  it.each(obstacles)("an undecided layer with %j runs unfused", (given) => {
    const undecided = binding.includes(profile) ? [null] : asked;
    for (const fused of undecided) {
      expect(after(fused, { rank: 4, axes: [3] }, profile, given)).toBe(false);
    }
  });

  it("an undecided layer with several axes runs unfused", () => {
    const undecided = binding.includes(profile) ? [null] : asked;
    for (const fused of undecided)
      expect(after(fused, { rank: 4, axes: [1, 3] }, profile)).toBe(false);
  });

  it("a float16 layer may run fused", () => {
    expect(after(null, { rank: 4, axes: [1] }, profile, { dtype: "float16" })).toBe(true);
  });

  it("only TensorFlow 1.4 lets a regularizer rule it out", () => {
    const given = { hasRegularizer: true };
    expect(after(null, { rank: 4, axes: [3] }, profile, given)).toBe(profile !== "tf-1.4");
  });
});

describe.each(binding)("after build, a binding fused=true in %s", (profile) => {
  const ranks = withRank5(profile) ? "4D or 5D" : "4D";
  const allowed = withRank5(profile) ? [4, 5] : [4];

  it.each([1, 2, 3, 5, 6].filter((rank) => !allowed.includes(rank)))(
    "is refused at rank %i",
    (rank) => {
      expect(refusedBy(() => after(true, { rank, axes: [1] }, profile))).toEqual({
        code: "fused-rank",
        kind: "ValueError",
        message: `inputs must be ${ranks} input tensors when fused=true. Received: inputs.shape=[…]`,
      });
    },
  );

  it.each([0, 2])("is refused at rank 4 along axis %i", (axis) => {
    expect(refusedBy(() => after(true, { rank: 4, axes: [axis] }, profile))).toEqual({
      code: "fused-axis-unsupported",
      kind: "ValueError",
      message: `Unsupported axis: axis must be 1 or 3 for inputs of rank 4 when fused=true. Received: axis=[${axis}]`,
    });
  });

  it("is quietly dropped at rank 5 along another axis than 1 and 4", () => {
    const drop = (): boolean[] =>
      [0, 2, 3].map((axis) => after(true, { rank: 5, axes: [axis] }, profile));
    if (withRank5(profile)) expect(drop()).toEqual([false, false, false]);
    else expect(refusedBy(drop).code).toBe("fused-rank");
  });
});
