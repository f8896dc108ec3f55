import { describe, expect, it } from "vitest";
import { profileIds } from "../laws/problems";
import { refusedBy } from "../support/refused";
import { expectRefusedAtOnce, make, typeError, valueError } from "./layers";

const unknown = (shown: string, name: string): ReturnType<typeof typeError> =>
  typeError("argument-unknown", `Keyword argument not understood: ${name}. Received: ${shown}`);

describe("E2: an unknown keyword is a TypeError of the constructor in every version", () => {
  it.each([
    ["decay", 0.9, "decay=0.9"],
    ["Axis", 1, "Axis=1"],
    ["betaInitializer", "zeros", 'betaInitializer="zeros"'],
    ["synchronized", false, "synchronized=false"],
    ["training", true, "training=true"],
    ["inputs", null, "inputs=null"],
    ["mask", null, "mask=null"],
    ["hasOwnProperty", 1, "hasOwnProperty=1"],
    ["num_virtual_batches", { a: [1] }, 'num_virtual_batches={"a":[1]}'],
  ])("%s", (name, value, shown) => {
    for (const profile of profileIds) {
      expectRefusedAtOnce({ [name]: value }, profile, unknown(shown, name));
    }
  });

  it("adjustment in TensorFlow 1.4, even if null; nowhere else", () => {
    const refused = unknown("adjustment=null", "adjustment");
    expectRefusedAtOnce({ adjustment: null }, "tf-1.4", refused);
    expectRefusedAtOnce(
      { adjustment: { scale: 0, bias: 0 } },
      "tf-1.4",
      unknown('adjustment={"scale":0,"bias":0}', "adjustment"),
    );
    for (const profile of profileIds.filter((id) => id !== "tf-1.4")) {
      expect(make({ adjustment: null }, profile).built).toBe(false);
    }
  });

  it("dynamic in TensorFlow 1.4; nowhere else", () => {
    expectRefusedAtOnce({ dynamic: true }, "tf-1.4", unknown("dynamic=true", "dynamic"));
    for (const profile of profileIds.filter((id) => id !== "tf-1.4")) {
      expect(make({ dynamic: true }, profile).getConfig()["dynamic"]).toBe(true);
    }
  });

  it("is reported before wrong values, unknown identifiers and an impossible fused=true", () => {
    const args = { axis: "x", gamma_initializer: "ons", fused: true, renorm: true, decay: 1 };
    for (const profile of profileIds) {
      expectRefusedAtOnce(args, profile, unknown("decay=1", "decay"));
    }
  });

  it("is accepted where its value is undefined: nothing was said", () => {
    expect(make({ decay: undefined }).built).toBe(false);
  });
});

describe("keywords of every Keras layer", () => {
  const sizes = "a list of sizes, each an integer of at least 0 or null";

  it("are accepted in every version", () => {
    for (const profile of profileIds) {
      const args = {
        ...{ trainable: true, dtype: "float32", name: "bn" },
        ...{ input_shape: [3], batch_size: 5, weights: undefined },
      };
      expect(make(args, profile).getConfig()["batch_input_shape"]).toEqual([5, 3]);
      expect(make({ input_shape: [3] }, profile).getConfig()["batch_input_shape"]).toEqual([
        null,
        3,
      ]);
    }
  });

  it("activity_regularizer is one: null, or a regularizer that the version knows", () => {
    for (const profile of profileIds) {
      expect(make({ activity_regularizer: null }, profile).built).toBe(false);
      expect(make({ activity_regularizer: "l2" }, profile).activityRegularizer).toBe("l2");
      const likeGamma = refusedBy(() => make({ gamma_regularizer: "l3" }, profile)).message;
      expectRefusedAtOnce(
        { activity_regularizer: "l3" },
        profile,
        valueError("argument", likeGamma.replaceAll("gamma_regularizer", "activity_regularizer")),
      );
    }
  });

  it.each([
    ["batch_input_shape", 3, `batch_input_shape must be ${sizes}. Received: batch_input_shape=3`],
    [
      "batch_input_shape",
      [-1],
      `batch_input_shape must be ${sizes}. Received: batch_input_shape=[-1]`,
    ],
    ["input_shape", [1.5], `input_shape must be ${sizes}. Received: input_shape=[1.5]`],
    ["input_shape", ["3"], `input_shape must be ${sizes}. Received: input_shape=["3"]`],
    [
      "batch_size",
      -1,
      "batch_size must be an integer of at least 0 or null. Received: batch_size=-1",
    ],
    [
      "batch_size",
      "8",
      'batch_size must be an integer of at least 0 or null. Received: batch_size="8"',
    ],
  ])("%s=%j is a TypeError", (name, value, message) => {
    for (const profile of profileIds) {
      expectRefusedAtOnce({ [name]: value }, profile, typeError("argument", message));
    }
  });
});

describe("values of a wrong type are TypeErrors of the constructor, the first in the order of the documents", () => {
  it.each([
    [{ momentum: "0.9" }, 'momentum must be a finite number. Received: momentum="0.9"'],
    [{ momentum: null }, "momentum must be a finite number. Received: momentum=null"],
    [{ epsilon: Number.NaN }, "epsilon must be a finite number. Received: epsilon=NaN"],
    [{ center: 2 }, "center must be true or false. Received: center=2"],
    [{ scale: "yes" }, 'scale must be true or false. Received: scale="yes"'],
    [{ renorm: null }, "renorm must be true or false. Received: renorm=null"],
    [
      { renorm_momentum: [0.9] },
      "renorm_momentum must be a finite number. Received: renorm_momentum=[0.9]",
    ],
    [{ fused: 1 }, "fused must be true, false or null. Received: fused=1"],
    [{ trainable: "no" }, 'trainable must be true or false. Received: trainable="no"'],
    [
      { virtual_batch_size: 2.5 },
      "virtual_batch_size must be an integer or null. Received: virtual_batch_size=2.5",
    ],
    [{ name: 7 }, "name must be a string or null. Received: name=7"],
    [
      { name: 7, momentum: "x", epsilon: "y" },
      'momentum must be a finite number. Received: momentum="x"',
    ],
  ])("%j", (args, message) => {
    for (const profile of profileIds) {
      expectRefusedAtOnce(args, profile, typeError("argument", message));
    }
  });

  it.each([2, true, "f", { scale: -1, bias: 0 }, { scale: 1 }])("adjustment=%j", (adjustment) => {
    const refused = refusedBy(() => make({ adjustment }));
    const shown = typeof adjustment === "object" ? JSON.stringify(adjustment) : null;
    expect(refused).toEqual(
      typeError(
        "argument",
        `adjustment must be null, a function of the inputs' shape that returns a pair, or {scale, bias} with two spreads of at least 0 and optionally per, feature or example. Received: adjustment=${shown ?? JSON.stringify(adjustment)}`,
      ),
    );
  });

  it("a dtype that is none is a ValueError; float16 is one in TensorFlow 1.4", () => {
    for (const profile of profileIds) {
      expectRefusedAtOnce(
        { dtype: "int8" },
        profile,
        valueError("argument", 'dtype must be float16, float32 or float64. Received: dtype="int8"'),
      );
    }
    expectRefusedAtOnce(
      { dtype: "float16" },
      "tf-1.4",
      valueError(
        "dtype-unsupported",
        'dtype must be float32 or float64 in this version, which has no 16-bit layer. Received: dtype="float16"',
      ),
    );
    for (const profile of profileIds.filter((id) => id !== "tf-1.4")) {
      expect(make({ dtype: "float16" }, profile).dtype).toBe("float16");
    }
  });

  it("numbers out of their usual range are no error in any version: TensorFlow checks none", () => {
    for (const profile of profileIds) {
      const args = { momentum: 2, epsilon: -1, renorm_momentum: -3, renorm: true };
      const clipping = { rmin: 3, rmax: 1, dmax: -2 };
      expect(make({ ...args, renorm_clipping: clipping }, profile).built).toBe(false);
    }
  });
});
