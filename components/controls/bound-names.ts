import type { ClippingKey } from "@/engine/spec/clipping";
import type { ClippingSchedule } from "@/engine/spec/clipping-schedule";

/** The bounds of the renorm correction in the order in which controls and links give them. */
export const boundNames = ["rmin", "rmax", "dmax"] as const satisfies readonly ClippingKey[];

/** A bound that an experiment can hold: no tensor and no function. */
export type Bound = number | ClippingSchedule;

export type Bounds = Readonly<Partial<Record<ClippingKey, Bound>>>;
