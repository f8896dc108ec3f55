import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { besselFactor } from "@/engine/core/moving-average";
import { fusedChoice } from "@/engine/inspection/fused-choice";
import type { FusedChoiceOptions } from "@/engine/inspection/fused-choice";
import { sampleTensor } from "@/engine/inspection/sample-tensor";
import { defaultExperiment, layerConfigOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { profiles } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";
import type { FusedChoice } from "@/engine/types/fused-choice";
import { refusedBy } from "../support/refused";

const ids = Object.keys(profiles) as ProfileId[];

const made = (
  patch: Partial<Experiment> = {},
  options: Partial<FusedChoiceOptions> = {},
): FusedChoice =>
  fusedChoice({
    layer: layerConfigOf({
      ...defaultExperiment,
      profile: options.profile ?? "keras-2-v2",
      ...patch,
    }),
    shape: [2, 4, 4, 3],
    dataFormat: "channels_last",
    seed: 1,
    profile: "keras-2-v2",
    calls: 2,
    ...options,
  });

const subjects = ({ questions }: FusedChoice): readonly string[] =>
  questions.map(({ subject, askedBy }) => `${askedBy}: ${subject}`);

/** The question that decided, if one did. */
const deciding = ({ questions, asked }: FusedChoice): string | undefined => {
  const last = questions[asked - 1];
  return last?.isOpen === false ? last.subject : undefined;
};

describe("the questions", () => {
  it("are all the constructor's but rank and layout where fused=True is binding", () => {
    expect(subjects(made())).toEqual([
      "constructor: fused",
      "constructor: renorm",
      "constructor: axis",
      "constructor: virtual_batch_size",
      "constructor: adjustment",
      "constructor: dtype",
      "build: rank",
      "build: layout",
    ]);
  });

  it("are build's but for fused where it is not, with the regularizers in TensorFlow 1.4", () => {
    expect(subjects(made({}, { profile: "tf-1.4" }))).toEqual([
      "constructor: fused",
      "build: rank",
      "build: renorm",
      "build: axis",
      "build: virtual_batch_size",
      "build: adjustment",
      "build: regularizer",
      "build: dtype",
      "build: layout",
    ]);
  });

  it("ask again for the dtype where it may come with the first inputs", () => {
    expect(subjects(made({}, { profile: "tf-1.14-v2" })).slice(6)).toEqual([
      "build: dtype",
      "build: rank",
      "build: layout",
    ]);
  });

  it("are asked up to the one that decides", () => {
    expect(made().asked).toBe(8);
    const ghost = made({ virtual_batch_size: 2 });
    expect([ghost.asked, deciding(ghost)]).toEqual([4, "virtual_batch_size"]);
    const dense = made({}, { shape: [8, 3] });
    expect([dense.asked, deciding(dense)]).toEqual([7, "rank"]);
    const off = made({ fused: false, renorm: true });
    expect([off.asked, deciding(off)]).toEqual([1, "fused"]);
  });

  it("stop before a refusal for another reason", () => {
    const range = made({ axis: 4 });
    expect(range.outcome).toMatchObject({ refusedBy: "build", refusal: { code: "axis-range" } });
    // The axis exists for the constructor, and build refuses it before it asks.
    expect([range.asked, range.questions.length, deciding(range)]).toEqual([6, 6, undefined]);
    const unknown = made({ adjustment: { scale: 0.1, bias: 0 } }, { profile: "tf-1.4" });
    expect(unknown.outcome).toMatchObject({
      refusedBy: "constructor",
      refusal: { code: "argument-unknown", kind: "TypeError" },
    });
    expect([unknown.asked, unknown.questions]).toEqual([0, []]);
    const both = made(
      { virtual_batch_size: 2, adjustment: { scale: 0.1, bias: 0 } },
      { profile: "tf-2.3-v1" },
    );
    expect(both.outcome.refusal?.code).toBe("virtual-batch-adjustment");
    expect([both.asked, deciding(both)]).toEqual([1, undefined]);
  });

  it("were all asked where only the batch is refused", () => {
    const odd = made({ virtual_batch_size: 3 }, { shape: [8, 2, 2, 3] });
    expect(odd.outcome).toMatchObject({ refusedBy: "call" });
    expect(deciding(odd)).toBe("virtual_batch_size");
    expect(odd.variances?.own).toBeNull();
    expect(odd.own).toBeNull();
  });
});

describe.each(ids)("the questions of %s", (profile) => {
  const patches: readonly Partial<Experiment>[] = [
    {},
    { renorm: true },
    { virtual_batch_size: 2 },
    { adjustment: { scale: 0.1, bias: 0 } },
    { gamma_regularizer: "l2" },
    { dtype: "float64" },
    ...[-4, -3, -2, 0, 1, 2, 3].map((axis) => ({ axis })),
    { axis: [1, 3] },
  ];
  const shapes = [
    [8, 3],
    [4, 2, 3],
    [2, 4, 4, 3],
    [2, 3, 3, 3, 2],
  ];
  const all = shapes.flatMap((shape) =>
    [null, true, false].flatMap((fused) => patches.map((patch) => ({ shape, fused, patch }))),
  );

  it("end where a layer made apart from them does", () => {
    for (const { shape, fused, patch } of all) {
      const choice = made({ ...patch, fused }, { shape, profile, calls: 1 });
      const { outcome, questions, asked } = choice;
      const what = JSON.stringify({ shape, fused, patch });
      const last = questions[asked - 1];
      if (outcome.refusal !== null) {
        const layer = (): void =>
          new BatchNormalization(
            layerConfigOf({ ...defaultExperiment, profile, ...patch, fused }),
            { profile, seed: 1 },
          ).build(shape);
        if (outcome.refusedBy !== "call") {
          expect(refusedBy(layer), what).toEqual({ ...outcome.refusal });
        }
        if (outcome.refusal.code.startsWith("fused-")) {
          expect(last?.refusal, what).toEqual(outcome.refusal);
          expect([last?.askedBy, fused], what).toEqual([outcome.refusedBy, true]);
        }
        continue;
      }
      expect(
        questions.slice(0, asked).every(({ isOpen }) => isOpen),
        what,
      ).toBe(outcome.fused);
      if (!outcome.fused) expect(last?.isOpen, what).toBe(false);
    }
  });
});

describe("the same layer in other versions", () => {
  const in3 = (patch: Partial<Experiment>, options: Partial<FusedChoiceOptions> = {}) => {
    const { byVersion, outcome } = made(patch, options);
    expect(Object.keys(byVersion)).toEqual(ids);
    if (outcome.refusedBy === null) {
      const own = byVersion[options.profile ?? "keras-2-v2"];
      expect(own).toBe(outcome.fused ? "fused" : "unfused");
    }
    return [byVersion["tf-1.4"], byVersion["tf-2.3-layers"], byVersion["keras-2-v2"]];
  };

  it("takes the path that a layer made there takes", () => {
    expect(in3({})).toEqual(["fused", "fused", "fused"]);
    expect(in3({ gamma_regularizer: "l2" })).toEqual(["unfused", "fused", "fused"]);
    expect(in3({}, { shape: [2, 3, 3, 3, 2] })).toEqual(["unfused", "unfused", "fused"]);
    expect(in3({ fused: true, virtual_batch_size: 2 })).toEqual(["unfused", "unfused", "refused"]);
    expect(in3({ fused: true, renorm: true }, { profile: "tf-2.3-v1" })).toEqual([
      "unfused",
      "unfused",
      "refused",
    ]);
  });

  it("is refused where the version does not know an argument", () => {
    expect(in3({ adjustment: { scale: 0.1, bias: 0 } })).toEqual(["refused", "unfused", "unfused"]);
  });
});

describe("the moving variances", () => {
  it("move towards the biased variance unfused, and towards m/(m − 1) of it fused, to 1e-6", () => {
    const { variances } = made({ momentum: 0 }, { shape: [2, 2, 2, 3], calls: 1 });
    const values = sampleTensor([2, 2, 2, 3], 3, 1);
    const byHand = [0, 1, 2].map((channel) => {
      const own = values.filter((_, i) => i % 3 === channel);
      const mean = own.reduce((sum, x) => sum + x, 0) / 8;
      return own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 8;
    });
    expect(variances?.elements).toBe(8);
    expect(variances?.besselFactor).toBe(8 / 7);
    expect(variances?.biased).toBeAllClose(byHand, { relative: 1e-6, absolute: 0 });
    const after = (rows: Float64Array | undefined) => rows?.slice(3);
    expect(after(variances?.unfused)).toBeAllClose(byHand, { relative: 1e-6, absolute: 0 });
    expect(after(variances?.fused)).toBeAllClose(
      byHand.map((v) => (v * 8) / 7),
      { relative: 1e-6, absolute: 0 },
    );
    expect(variances?.unfused.slice(0, 3)).toEqual(Float64Array.of(1, 1, 1));
  });

  it.each(ids)("are in %s those of its own layer, whichever it is", (profile) => {
    for (const fused of [null, false]) {
      const { variances, outcome } = made({ fused, momentum: 0.7 }, { profile, calls: 5 });
      expect(outcome.fused).toBe(fused === null);
      expect(variances?.own).toEqual(fused === null ? variances?.fused : variances?.unfused);
      expect(variances?.unfused).not.toEqual(variances?.fused);
    }
  });

  it("are for any layout those of its channels, to 1e-6", () => {
    for (const [patch, options] of [
      [{ axis: 1 }, { shape: [2, 3, 4, 4], dataFormat: "channels_first" }],
      [{ axis: -1 }, { shape: [8, 3] }],
      [{ axis: [1, 3] }, { shape: [4, 2, 3, 2] }],
      [{ axis: [3, 1] }, { shape: [4, 2, 3, 2] }],
      [{ axis: 2, dtype: "float64" }, {}],
    ] as const) {
      const { variances, outcome } = made({ ...patch, momentum: 0.7 }, options);
      const same = outcome.fused === true ? variances?.fused : variances?.unfused;
      expect(variances?.own).toBeAllClose([...(same ?? [])], { relative: 1e-6, absolute: 1e-7 });
    }
  });

  it("are the layer's own with ghost batches: the average of theirs", () => {
    const { variances } = made(
      { virtual_batch_size: 1, momentum: 0 },
      { shape: [2, 2, 2, 1], calls: 1 },
    );
    const values = sampleTensor([2, 2, 2, 1], 3, 1);
    const of = (part: Float64Array): number => {
      const mean = part.reduce((sum, x) => sum + x, 0) / part.length;
      return part.reduce((sum, x) => sum + (x - mean) ** 2, 0) / part.length;
    };
    const expected = (of(values.slice(0, 4)) + of(values.slice(4))) / 2;
    expect(variances?.own?.[1]).toBeCloseTo(expected, 6);
    expect(variances?.unfused[1]).toBeCloseTo(of(values), 6);
  });

  it("agree where a channel has one element, which has no variance", () => {
    const { variances } = made({ momentum: 0.5 }, { shape: [1, 1, 1, 2] });
    expect(variances?.besselFactor).toBe(besselFactor(1));
    expect(variances?.unfused).toEqual(Float64Array.of(1, 1, 0.5, 0.5, 0.25, 0.25));
    expect(variances?.fused).toEqual(variances?.unfused);
  });

  it("are of the layer's own calls", () => {
    const { variances, own } = made({ renorm: true }, { calls: 3 });
    expect(own?.moving["moving_variance"]).toBe(variances?.own);
    expect(own?.inputs).toEqual(sampleTensor([2, 4, 4, 3], 3, 1));
    expect(own?.axes).toEqual([3]);
  });

  it("are none where the inputs do not have the axis", () => {
    expect(made({ axis: 4 }).variances).toBeNull();
  });
});

describe("the cases of fused=true", () => {
  const answers = (profile: ProfileId): readonly string[] =>
    made({}, { profile }).cases.map(({ outcome }) =>
      outcome.refusal === null
        ? String(outcome.fused)
        : `${outcome.refusedBy}: ${outcome.refusal.code}`,
    );

  it("are refused in V2", () => {
    expect(answers("keras-2-v2")).toEqual([
      "true",
      "constructor: fused-renorm",
      "constructor: fused-axis",
      "build: fused-axis-unsupported",
      "constructor: fused-axis",
      "constructor: fused-virtual-batch-size",
      "constructor: fused-adjustment",
      "true",
      "constructor: fused-dtype",
      "build: fused-rank",
      "true",
      "false",
    ]);
    expect(answers("tf-2.3-v2").slice(-3)).toEqual(Array(3).fill("build: fused-rank"));
  });

  it("run unfused in V1, but for what TensorFlow 1.4 does not know", () => {
    expect(answers("keras-2-v1").filter((answer) => answer === "false")).toHaveLength(9);
    expect(new Set(answers("tf-2.3-v1"))).toEqual(new Set(["true", "false"]));
    expect(answers("tf-1.4")[6]).toBe("constructor: argument-unknown");
    expect(answers("tf-1.4")[7]).toBe("false");
  });
});

it("an input too large is refused", () => {
  expect(refusedBy(() => made({}, { shape: [8, 8, 8, 8, 2] }))).toEqual({
    code: "shape-size",
    kind: "ValueError",
    message: "shape must be of at most 4096 elements. Received: shape=[8, 8, 8, 8, 2]",
  });
});
