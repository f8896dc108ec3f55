import { clippingKeys, isScheduled } from "@/engine/spec/clipping";
import type { ClippingKey, RenormClipping } from "@/engine/spec/clipping";
import { isSchedule, scheduledAt } from "@/engine/spec/clipping-schedule";
import type { ClippingSchedule } from "@/engine/spec/clipping-schedule";

/** A bound that is one number at every step, or a schedule of points. */
export type Bound = readonly [key: ClippingKey, value: number | ClippingSchedule];

/** The bounds that there are, in the documented order. Functions are none: no text holds them. */
export function boundsOf(clipping: RenormClipping): readonly Bound[] {
  if (clipping === null || typeof clipping === "function") return [];
  return clippingKeys.flatMap((key): readonly Bound[] => {
    const value = clipping[key];
    if (value === null || value === undefined) return [];
    if (isSchedule(value)) return [[key, value]];
    if (typeof value === "function") return [];
    const number = typeof value === "number" ? value : "data" in value ? value.data[0] : undefined;
    return number === undefined ? [] : [[key, number]];
  });
}

/** Whether a bound changes from step to step. */
export const hasSchedule = (clipping: RenormClipping): boolean =>
  boundsOf(clipping).some(([, value]) => typeof value !== "number");

/** The bounds in force at a step, counted from 0. */
export function boundsAt(
  clipping: RenormClipping,
  step: number,
): readonly (readonly [ClippingKey, number])[] {
  const table = typeof clipping === "function" ? clipping(step) : clipping;
  if (table === null) return [];
  return clippingKeys.flatMap((key): readonly (readonly [ClippingKey, number])[] => {
    const value = table[key];
    if (isScheduled(value)) {
      return [[key, typeof value === "function" ? value(step) : scheduledAt(value, step)]];
    }
    return boundsOf({ [key]: value }).map(([name, bound]) => [name, Number(bound)]);
  });
}
