import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { bitsOf, float32, float64, stateOf } from "../support/tensors";

/** None of these is a float32. */
const values = [0.1, 0.2, 0.7, -1.3];
const nested = [
  [0.1, 0.2],
  [0.7, -1.3],
];

describe.each([true, false])("casting of the inputs (training %s)", (training) => {
  it("rounds a float64 tensor and nested lists to a float32 layer's dtype, bit for bit", () => {
    const given = [float32([2, 2], values), float64([2, 2], values), nested];
    const results = given.map((x) => {
      const layer = new BatchNormalization();
      const outputs = layer.call(x, { training });
      expect(outputs).toMatchObject({ shape: [2, 2], dtype: "float32" });
      return [bitsOf(outputs), stateOf(layer)];
    });
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  it("keeps nested lists in full for a float64 layer, and widens a float32 tensor", () => {
    const run = (x: Parameters<BatchNormalization["call"]>[0]): number[] => {
      const outputs = new BatchNormalization({ dtype: "float64" }).call(x, { training });
      expect(outputs).toMatchObject({ shape: [2, 2], dtype: "float64" });
      return Array.from(outputs.data);
    };
    expect(run(nested)).toEqual(run(float64([2, 2], values)));
    const widened = run(float32([2, 2], values));
    expect(widened).not.toEqual(run(nested));
    expect(widened).toEqual(run(float64([2, 2], values.map(Math.fround))));
    expect(widened).toBeAllClose(run(nested), { absolute: 1e-6 });
  });
});

it("float32 outputs are the float64 ones rounded, within 1e-6", () => {
  const outputs = (["float32", "float64"] as const).map((dtype) =>
    Array.from(new BatchNormalization({ dtype }).call(nested, { training: true }).data),
  );
  expect(outputs[0]).toBeAllClose(outputs[1]!, { absolute: 1e-6 });
  expect(outputs[0]).toEqual(outputs[0]!.map(Math.fround));
});
