import { expect } from "vitest";
import { tensor } from "@/engine";
import type { BatchNormalization, InputGradients, Tensor } from "@/engine";
import { goldenProfiles, goldenRecords } from "./records";
import type { GoldenCall, GoldenRecord, Numbers } from "./records";

const tolerances = {
  float16: null,
  float64: {
    values: { relative: 1e-10, absolute: 1e-10 },
    dx: { relative: 1e-10, absolute: 1e-10 },
  },
  float32: { values: { relative: 2e-6, absolute: 1e-6 }, dx: { relative: 1e-5, absolute: 1e-5 } },
} as const;

/** In words, for titles. */
export const toleranceText =
  "float64, which the reference computes, 1e-10; float32 2e-6 relative + 1e-6, dx 1e-5";

export const namedRecords = goldenProfiles.flatMap((profile) =>
  goldenRecords(profile).map(
    (record) => [`${profile}/${record.case}/${record.dtype}`, record] as const,
  ),
);

export const lastPart = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

/** A record's numbers as a tensor of its dtype. */
export const given = ({ dtype }: GoldenRecord, { shape, data }: Numbers): Tensor =>
  tensor(Float64Array.from(data), { shape, dtype });

export interface Called {
  readonly outputs: Tensor;
  readonly gradients: Pick<InputGradients, "inputs" | "gamma" | "beta">;
}

/** Whether a call gave what TensorFlow gave: outputs, gradients, and the layer's weights after it. */
export function expectCall(
  { outputs, gradients }: Called,
  layer: BatchNormalization,
  { dtype }: GoldenRecord,
  step: GoldenCall,
): void {
  const { values, dx } = tolerances[dtype]!;
  expect(outputs).toMatchObject({ shape: step.y.shape, dtype });
  expect(outputs.data).toBeAllClose(step.y.data, values);
  expect(gradients.inputs.data).toBeAllClose(step.dx.data, dx);
  for (const [gradient, expected] of [
    [gradients.gamma, step.dgamma],
    [gradients.beta, step.dbeta],
  ] as const) {
    expect(gradient?.shape).toEqual(expected?.shape);
    if (gradient && expected) expect(gradient.data).toBeAllClose(expected.data, values);
  }
  for (const { name, value } of layer.weights) {
    const expected = step.weights_after[lastPart(name)]!;
    expect(value.shape).toEqual(expected.shape);
    expect(value.data).toBeAllClose(expected.data, values);
  }
}
