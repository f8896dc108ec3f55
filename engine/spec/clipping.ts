import { isSchedule } from "./clipping-schedule";
import type { ClippingSchedule } from "./clipping-schedule";

/** What may change from step to step: a function of the number of training calls made before, or a schedule of it. */
export type ScheduledBound = ((step: number) => number) | ClippingSchedule;

/** A bound: a number, a scalar tensor, or one for each step. */
export type ClippingValue = number | { readonly data: ArrayLike<number> } | ScheduledBound;

export const clippingKeys = ["rmax", "rmin", "dmax"] as const;

export type ClippingKey = (typeof clippingKeys)[number];

/** A key without a value, or with null, bounds nothing. */
export type ClippingTable = Readonly<
  Partial<Record<ClippingKey, ClippingValue | null | undefined>>
>;

/** Bounds of the renorm correction, or a function that makes them for each step; null clips nothing. */
export type RenormClipping = ClippingTable | ((step: number) => ClippingTable) | null;

/** The keys that are no bound; TensorFlow refuses them only where renorm is on. */
export const unknownClippingKeys = (clipping: RenormClipping): readonly string[] =>
  clipping === null || typeof clipping === "function"
    ? []
    : Object.keys(clipping).filter((key) => !clippingKeys.some((known) => known === key));

const isScalar = (value: object): boolean =>
  "data" in value &&
  typeof value.data === "object" &&
  value.data !== null &&
  "length" in value.data &&
  value.data.length === 1;

/** Whether a value is a bound of one step: a number, which may be infinite, or a scalar tensor. */
export const isBound = (value: unknown): value is Exclude<ClippingValue, ScheduledBound> =>
  (typeof value === "number" && !Number.isNaN(value)) ||
  (typeof value === "object" && value !== null && isScalar(value));

export const isClippingValue = (value: unknown): value is ClippingValue =>
  isScheduled(value) || isBound(value);

/** Whether a bound may change from step to step. */
export const isScheduled = (value: unknown): value is ScheduledBound =>
  typeof value === "function" || isSchedule(value);

/** Whether a value can be clipping at all: null, a function, or a table, whatever its keys. */
export const isClipping = (value: unknown): value is RenormClipping =>
  value === null ||
  typeof value === "function" ||
  (typeof value === "object" && !Array.isArray(value));
