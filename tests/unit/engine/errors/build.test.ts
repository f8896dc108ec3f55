import { describe, expect, it } from "vitest";
import type { ProfileId } from "@/engine";
import type { PartialShape } from "@/engine/tensor/shape";
import { profileIds } from "../laws/problems";
import type { Refused } from "../support/refused";
import { refusedBy } from "../support/refused";
import { expectRefusedByBuild, make, valueError } from "./layers";
import type { AnyArguments } from "./layers";

const rank = (shown: string): Refused =>
  valueError(
    "rank-undefined",
    `inputs must have a known rank of at least 1 (undefined rank). Received: inputs.shape=${shown}`,
  );
const range = (shown: string, n: number): Refused =>
  valueError(
    "axis-range",
    `Invalid axis: axis must be in [-${n}, ${n}) for inputs of rank ${n}. Received: axis=${shown}`,
  );
const duplicate = (shown: string, n: number): Refused =>
  valueError(
    "axis-duplicate",
    `Duplicate axis: axis must name each axis once for inputs of rank ${n}. Received: axis=${shown}`,
  );
const size = (shown: number): Refused =>
  valueError(
    "virtual-batch-size",
    `virtual_batch_size must be a positive integer that divides the batch size. Received: virtual_batch_size=${shown}`,
  );
const batchAxis = (shown: string, b: number): Refused =>
  valueError(
    "virtual-batch-axis",
    `axis cannot include 0 when virtual_batch_size is given: axis must leave the batch's own axis to the ghost batches. Received: axis=${shown}, virtual_batch_size=${b}`,
  );
const adjustedBy = (shown: string): Refused =>
  valueError(
    "virtual-batch-adjustment",
    `adjustment cannot be specified when virtual_batch_size is: adjustment must be null. Received: adjustment=${shown}, virtual_batch_size=2`,
  );
const adjusted = adjustedBy("function adjustment");
const dimension = (axis: number, shown: string): Refused =>
  valueError(
    "axis-dimension-undefined",
    `inputs must have a known size along every normalized axis (undefined \`axis\` dimension). Received: axis=${axis}, inputs.shape=${shown}`,
  );
const fusedRank = (ranks: string, shown: string): Refused =>
  valueError(
    "fused-rank",
    `inputs must be ${ranks} input tensors when fused=true. Received: inputs.shape=${shown}`,
  );
const fusedAxis = valueError(
  "fused-axis-unsupported",
  "Unsupported axis: axis must be 1 or 3 for inputs of rank 4 when fused=true. Received: axis=[0]",
);
const ghostRenorm = valueError(
  "virtual-batch-renorm",
  "renorm must be false when virtual_batch_size is given in this version, whose renorm variables do not fit the statistics of ghost batches. Received: renorm=true, virtual_batch_size=2",
);

const adjustment = (): readonly [number, number] => [1, 0];
const withAdjustment = profileIds.filter((id) => id !== "tf-1.4");

type Row = readonly [
  name: string,
  args: AnyArguments,
  shape: PartialShape | null,
  refused: Refused & { readonly only?: readonly ProfileId[] },
];

const only = (profiles: readonly ProfileId[], refused: Refused): Row[3] => ({
  ...refused,
  only: profiles,
});

function expectRefused(args: AnyArguments, shape: PartialShape | null, expected: Row[3]): void {
  const { only: profiles = profileIds, ...refused } = expected;
  for (const profile of profiles) expectRefusedByBuild(args, profile, shape, refused);
}

describe("build is refused with the layer's one violation, in every version:", () => {
  it.each<Row>([
    ["E10 unknown rank", {}, null, rank("null")],
    ["E10 rank 0", {}, [], rank("[]")],
    ["E11 axis as large as the rank", { axis: 4 }, [2, 3, 4, 5], range("[4]", 4)],
    ["E11 axis below minus the rank", { axis: -5 }, [2, 3, 4, 5], range("[-5]", 4)],
    ["E11 one of several", { axis: [0, 2] }, [2, 3], range("[0, 2]", 2)],
    ["E11 rank 1", { axis: 1 }, [3], range("[1]", 1)],
    ["E12 by name", { axis: [1, 1] }, [2, 3], duplicate("[1, 1]", 2)],
    ["E12 once resolved", { axis: [3, -1] }, [2, 3, 4, 5], duplicate("[3, -1]", 4)],
    ["E12 not side by side", { axis: [1, 2, -3] }, [2, 3, 4, 5], duplicate("[1, 2, -3]", 4)],
    ["E13 zero", { virtual_batch_size: 0 }, [2, 3], size(0)],
    ["E13 negative", { virtual_batch_size: -2 }, [2, 3], size(-2)],
    ["E14 axis 0", { axis: 0, virtual_batch_size: 2 }, [2, 3], batchAxis("[0]", 2)],
    ["E14 axis 0, negative", { axis: -2, virtual_batch_size: 2 }, [2, 3], batchAxis("[0]", 2)],
    ["E14 among others", { axis: [1, 0], virtual_batch_size: 1 }, [2, 3], batchAxis("[1, 0]", 1)],
    [
      "E15 adjustment",
      { adjustment, virtual_batch_size: 2 },
      [2, 3],
      only(withAdjustment, adjusted),
    ],
    [
      "E15 adjustment given as data",
      { adjustment: { scale: 0.5, bias: 0 }, virtual_batch_size: 2 },
      [2, 3],
      only(withAdjustment, adjustedBy('{"scale":0.5,"bias":0}')),
    ],
    [
      "ghost renorm of 1.4",
      { renorm: true, virtual_batch_size: 2 },
      [2, 3],
      only(["tf-1.4"], ghostRenorm),
    ],
    ["E18 last axis", {}, [2, null], dimension(1, "[2, null]")],
    ["E18 batch axis", { axis: 0 }, [null, 3], dimension(0, "[null, 3]")],
    ["E18 one of several", { axis: [1, -1] }, [2, 3, null], dimension(2, "[2, 3, null]")],
    ["E18 rank 1", {}, [null], dimension(0, "[null]")],
  ])("%s", (_, args, shape, refused) => expectRefused(args, shape, refused));
});

describe("what is no violation", () => {
  it("sizes other than those along the axis may be unknown, and 0", () => {
    for (const profile of profileIds) {
      for (const shape of [
        [null, null, 3],
        [0, 0, 3],
      ]) {
        const layer = make({}, profile);
        layer.build(shape);
        expect(layer.countParams()).toBe(12);
      }
    }
  });

  it("a refused layer can be built for another shape", () => {
    const layer = make({ axis: 2 });
    expect(refusedBy(() => layer.build([2, 3]))).toEqual(range("[2]", 2));
    layer.build([2, 3, 4]);
    expect(layer.axis).toEqual([2]);
  });

  it("renorm with ghost batches is one in TensorFlow 1.4 only", () => {
    for (const profile of withAdjustment) {
      const layer = make({ renorm: true, virtual_batch_size: 2 }, profile);
      layer.build([2, 3]);
      expect(layer.built).toBe(true);
    }
  });

  it("unknown inner sizes with ghost batches are one up to TensorFlow 2.2", () => {
    const until22: readonly ProfileId[] = [
      "tf-1.4",
      "tf-1.14-v1",
      "tf-1.14-v2",
      "tf-1.15-v2",
      "tf-2.1-v1",
    ];
    for (const profile of profileIds) {
      const args = { virtual_batch_size: 2 };
      if (until22.includes(profile)) {
        expectRefusedByBuild(
          args,
          profile,
          [null, null, 3],
          valueError(
            "virtual-batch-dimension",
            "inputs must have known sizes along all axes but the first when virtual_batch_size is given in this version. Received: inputs.shape=[null, null, 3]",
          ),
        );
      } else {
        make(args, profile).build([null, null, 3]);
      }
      make(args, profile).build([null, 2, 3]);
    }
  });
});

describe("of two violations build reports the earlier:", () => {
  const ghosts = { virtual_batch_size: 2 };
  it.each<Row>([
    ["E10 before E11", { axis: 9 }, null, rank("null")],
    ["E10 before E12", { axis: [1, 1] }, [], rank("[]")],
    ["E11 before E12", { axis: [9, 1, 1] }, [2, 3], range("[9, 1, 1]", 2)],
    ["E12 before E13", { axis: [1, -1], virtual_batch_size: 0 }, [2, 3], duplicate("[1, -1]", 2)],
    ["E13 before E14", { axis: 0, virtual_batch_size: 0 }, [2, 3], size(0)],
    [
      "E13 before E15",
      { adjustment, virtual_batch_size: 0 },
      [2, 3],
      only(withAdjustment, size(0)),
    ],
    [
      "E14 before E15",
      { axis: 0, adjustment, ...ghosts },
      [2, 3],
      only(withAdjustment, batchAxis("[0]", 2)),
    ],
    [
      "E14 before the ghost renorm of 1.4",
      { axis: 0, renorm: true, ...ghosts },
      [2, 3],
      only(["tf-1.4"], batchAxis("[0]", 2)),
    ],
    [
      "ghost renorm of 1.4 before E18",
      { renorm: true, ...ghosts },
      [2, null],
      only(["tf-1.4"], ghostRenorm),
    ],
    ["E15 before E18", { adjustment, ...ghosts }, [2, null], only(withAdjustment, adjusted)],
    [
      "E11 before E16",
      { axis: 3, fused: true },
      [2, 3],
      only(["tf-2.3-v2", "keras-2-v2"], range("[3]", 2)),
    ],
    [
      "E16 before E18",
      { axis: 1, fused: true },
      [2, null],
      only(["tf-1.14-v2", "tf-1.15-v2", "tf-2.3-v2"], fusedRank("4D", "[2, null]")),
    ],
    [
      "E16 before E18",
      { axis: 1, fused: true },
      [2, null],
      only(["keras-2-v2"], fusedRank("4D or 5D", "[2, null]")),
    ],
    ["E17 before E18", { axis: -4, fused: true }, [null, 2, 3, 4], only(["keras-2-v2"], fusedAxis)],
    ["E13 before E18", { virtual_batch_size: -1 }, [2, null], size(-1)],
    ["E14 before E18", { axis: 0, ...ghosts }, [null, 3], batchAxis("[0]", 2)],
    ["E12 before E18", { axis: [1, 1] }, [2, null], duplicate("[1, 1]", 2)],
    [
      "E18 of the first axis in the list",
      { axis: [2, 1] },
      [1, null, null],
      dimension(2, "[1, null, null]"),
    ],
  ])("%s", (_, args, shape, refused) => expectRefused(args, shape, refused));

  it("E10 before E1 in TensorFlow 1.4, where build checks the type of axis, and E1 before E13", () => {
    expectRefusedByBuild({ axis: "x" }, "tf-1.4", null, rank("null"));
    expectRefusedByBuild({ axis: "x", virtual_batch_size: 0 }, "tf-1.4", [2, 3], {
      code: "argument",
      kind: "TypeError",
      message: 'axis must be an int or a list of ints. Received: axis="x"',
    });
  });
});
