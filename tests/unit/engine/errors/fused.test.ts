import { describe, expect, it } from "vitest";
import type { ProfileId } from "@/engine";
import { profileIds, v1Profiles, v2Profiles } from "../laws/problems";
import type { Refused } from "../support/refused";
import { refusedBy } from "../support/refused";
import { expectRefusedAtOnce, expectRefusedByBuild, make, typeError, valueError } from "./layers";
import type { AnyArguments } from "./layers";

const axes = (profile: ProfileId): string =>
  profile === "keras-2-v2" ? "-4, -3, -1, 1, 3, 4" : "-3, -1, 1, 3";

const refusals = {
  renorm: () =>
    valueError(
      "fused-renorm",
      "fused=true excludes renorm: renorm must be false when fused=true. Received: renorm=true",
    ),
  axis: (shown: string) => (profile: ProfileId) =>
    valueError(
      "fused-axis",
      `fused=true is only possible when axis is 1 or 3: axis must be one of ${axes(profile)} when fused=true. Received: axis=${shown}`,
    ),
  virtualBatchSize: () =>
    valueError(
      "fused-virtual-batch-size",
      "fused=true excludes virtual_batch_size: virtual_batch_size must be null when fused=true. Received: virtual_batch_size=2",
    ),
  adjustment: () =>
    valueError(
      "fused-adjustment",
      "fused=true excludes adjustment: adjustment must be null when fused=true. Received: adjustment=a function",
    ),
  dtype: () =>
    valueError(
      "fused-dtype",
      'fused=true excludes this dtype: dtype must be float16 or float32 when fused=true. Received: dtype="float64"',
    ),
} as const;

const unnamed = [(): readonly [number, number] => [1, 0]][0];

type Row = readonly [name: string, args: AnyArguments, (profile: ProfileId) => Refused];

const rows: readonly Row[] = [
  ["E4 renorm", { renorm: true }, refusals.renorm],
  ["E5 axis 2", { axis: 2 }, refusals.axis("2")],
  ["E5 axis 0", { axis: 0 }, refusals.axis("0")],
  ["E5 axis -2", { axis: -2 }, refusals.axis("-2")],
  ["E5 a list of one wrong axis", { axis: [2] }, refusals.axis("[2]")],
  ["E5 several axes", { axis: [1, 3] }, refusals.axis("[1, 3]")],
  ["E6 virtual_batch_size", { virtual_batch_size: 2 }, refusals.virtualBatchSize],
  ["E7 adjustment", { adjustment: unnamed }, refusals.adjustment],
];

/** The versions that know the arguments: TensorFlow 1.4 has no adjustment. */
const knowing = (args: AnyArguments, profiles: readonly ProfileId[]): readonly ProfileId[] =>
  profiles.filter((id) => id !== "tf-1.4" || !("adjustment" in args));

const rank4 = [2, 3, 4, 5];

describe("fused=true with", () => {
  it.each(rows)("%s is a ValueError of the constructor in V2", (_, args, refused) => {
    for (const profile of v2Profiles) {
      expectRefusedAtOnce({ fused: true, ...args }, profile, refused(profile));
    }
  });

  it("E8 float64 is a ValueError of the constructor in V2; up to 2.1 TensorFlow fails in the operation instead", () => {
    for (const profile of v2Profiles) {
      expectRefusedAtOnce({ fused: true, dtype: "float64" }, profile, refusals.dtype());
    }
  });

  it.each([...rows, ["E8 float64", { dtype: "float64" }, refusals.dtype] satisfies Row])(
    "%s is silently unfused in V1",
    (_, args) => {
      for (const profile of knowing(args, v1Profiles)) {
        const layer = make({ fused: true, ...args }, profile);
        expect(layer.fused).toBe(true);
        layer.build(rank4);
        expect(layer.fused, profile).toBe(false);
      }
    },
  );

  it.each([...rows, ["E8 float64", { dtype: "float64" }, refusals.dtype] satisfies Row])(
    "%s is no error where fused is null or false",
    (_, args) => {
      for (const profile of knowing(args, profileIds)) {
        for (const fused of [null, false]) {
          const layer = make({ fused, ...args }, profile);
          layer.build(rank4);
          expect(layer.fused, profile).toBe(false);
        }
      }
    },
  );

  it("axis -4 and 4 is an error of V2 before 2.6 only: Keras 2 has a fused rank 5", () => {
    for (const axis of [-4, 4]) {
      for (const profile of v2Profiles.filter((id) => id !== "keras-2-v2")) {
        expectRefusedAtOnce({ fused: true, axis }, profile, refusals.axis(String(axis))(profile));
      }
      expect(make({ fused: true, axis }).fused).toBe(true);
    }
  });

  it("regularizers is no error in any version, and unfused in TensorFlow 1.4", () => {
    for (const profile of profileIds) {
      const layer = make({ fused: true, gamma_regularizer: "l2" }, profile);
      layer.build(rank4);
      expect(layer.fused).toBe(profile !== "tf-1.4");
    }
  });
});

describe("E7 shows the adjustment it received", () => {
  it.each([
    [{ scale: 0.5, bias: 0 }, '{"scale":0.5,"bias":0}'],
    [
      function jitter(): readonly [number, number] {
        return [1, 0];
      },
      "function jitter",
    ],
  ])("%j", (adjustment, shown) => {
    for (const profile of v2Profiles) {
      expectRefusedAtOnce(
        { fused: true, adjustment },
        profile,
        valueError(
          "fused-adjustment",
          `fused=true excludes adjustment: adjustment must be null when fused=true. Received: adjustment=${shown}`,
        ),
      );
    }
  });
});

describe("of two obstacles to fused=true the first in TensorFlow's order is reported", () => {
  const inOrder: readonly Row[] = [
    ["renorm", { renorm: true }, refusals.renorm],
    ["axis", { axis: 2 }, refusals.axis("2")],
    ["virtual_batch_size", { virtual_batch_size: 2 }, refusals.virtualBatchSize],
    ["adjustment", { adjustment: unnamed }, refusals.adjustment],
    ["dtype", { dtype: "float64" }, refusals.dtype],
  ];
  const pairs = inOrder.flatMap((first, i) =>
    inOrder.slice(i + 1).map((second) => [first[0], second[0], first, second] as const),
  );

  it.each(pairs)("%s before %s", (_, __, [, first, refused], [, second]) => {
    for (const profile of ["tf-2.3-v2", "keras-2-v2"] as const) {
      expectRefusedAtOnce({ fused: true, ...second, ...first }, profile, refused(profile));
    }
  });

  it("wrong types and unknown identifiers come before them", () => {
    const args = { fused: true, renorm: true };
    expectRefusedAtOnce(
      { ...args, momentum: "x" },
      "keras-2-v2",
      typeError("argument", 'momentum must be a finite number. Received: momentum="x"'),
    );
    expect(refusedBy(() => make({ ...args, gamma_constraint: "x" })).message).toMatch(
      /^Unknown constraint: gamma_constraint must be /,
    );
  });
});

describe("E16: fused=true for inputs of another rank", () => {
  const refusal = (ranks: string, shape: string): Refused =>
    valueError(
      "fused-rank",
      `inputs must be ${ranks} input tensors when fused=true. Received: inputs.shape=${shape}`,
    );

  it.each<[readonly (number | null)[], string]>([
    [[2, 3], "[2, 3]"],
    [[null, 3, null], "[null, 3, null]"],
    [[2, 3, 4, 5, 6, 7], "[2, 3, 4, 5, 6, 7]"],
  ])("%j is a ValueError of build in V2", (shape, shown) => {
    for (const profile of v2Profiles) {
      const ranks = profile === "keras-2-v2" ? "4D or 5D" : "4D";
      expectRefusedByBuild({ fused: true, axis: 1 }, profile, shape, refusal(ranks, shown));
    }
  });

  it("rank 5 is one before 2.6 only", () => {
    const shape = [2, 3, 4, 5, 6];
    for (const profile of v2Profiles.filter((id) => id !== "keras-2-v2")) {
      expectRefusedByBuild(
        { fused: true, axis: 1 },
        profile,
        shape,
        refusal("4D", "[2, 3, 4, 5, 6]"),
      );
    }
    const layer = make({ fused: true, axis: 1 });
    layer.build(shape);
    expect(layer.fused).toBe(true);
  });

  it("is silently unfused in V1, and no error where fused is null or false", () => {
    for (const profile of profileIds) {
      const asked = v1Profiles.includes(profile) ? [true, null, false] : [null, false];
      for (const fused of asked) {
        const layer = make({ fused, axis: 1 }, profile);
        layer.build([2, 3]);
        expect(layer.fused).toBe(false);
      }
    }
  });
});

describe("E17: fused=true for rank 4 along an axis that is neither 1 nor 3", () => {
  it("is reachable in the latest Keras 2 only, with axis -4", () => {
    expectRefusedByBuild(
      { fused: true, axis: -4 },
      "keras-2-v2",
      rank4,
      valueError(
        "fused-axis-unsupported",
        "Unsupported axis: axis must be 1 or 3 for inputs of rank 4 when fused=true. Received: axis=[0]",
      ),
    );
    const v1 = make({ fused: true, axis: -4 }, "keras-2-v1");
    v1.build(rank4);
    expect(v1.fused).toBe(false);
  });

  it("does not exist for rank 5: axes 2 and 3 are quietly unfused", () => {
    for (const axis of [3, -3]) {
      const layer = make({ fused: true, axis });
      layer.build([2, 3, 4, 5, 6]);
      expect(layer.fused).toBe(false);
    }
  });
});
