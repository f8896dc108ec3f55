import { expect } from "vitest";
import { BatchNormalization } from "@/engine";
import type { ProfileId } from "@/engine";
import type { PartialShape } from "@/engine/tensor/shape";
import { refusedBy } from "../support/refused";
import type { Refused } from "../support/refused";

/** Arguments of any type, as a configuration read from a file holds them. */
export type AnyArguments = Readonly<Record<string, unknown>>;

export const make = (args: AnyArguments, profile: ProfileId = "keras-2-v2"): BatchNormalization =>
  new BatchNormalization(args, { profile, onWarning: () => undefined });

export const valueError = (code: string, message: string): Refused => ({
  code,
  kind: "ValueError",
  message,
});

export const typeError = (code: string, message: string): Refused => ({
  code,
  kind: "TypeError",
  message,
});

/** The constructor refuses the arguments, so that there is no layer to build. */
export function expectRefusedAtOnce(
  args: AnyArguments,
  profile: ProfileId,
  refused: Refused,
): void {
  expect(
    refusedBy(() => make(args, profile)),
    profile,
  ).toEqual(refused);
}

/** The constructor accepts the arguments, and building refuses them and leaves the layer unbuilt. */
export function expectRefusedByBuild(
  args: AnyArguments,
  profile: ProfileId,
  shape: PartialShape | null,
  refused: Refused,
): void {
  const layer = make(args, profile);
  const fused = layer.fused;
  expect(
    refusedBy(() => layer.build(shape)),
    profile,
  ).toEqual(refused);
  expect(layer.built).toBe(false);
  expect(layer.weights).toEqual([]);
  expect(layer.fused).toBe(fused);
  expect(layer.step).toBe(0);
}
