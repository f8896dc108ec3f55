import type { ClippingTable, ClippingValue, RenormClipping } from "../clipping";
import { isSchedule } from "../clipping-schedule";

/**
 * The bounds of a run's layer. An experiment's schedules are of the steps of its run, the first of which is 1; a layer's
 * are of the training calls made before, of which step 1 has none. A function is the layer's own and stays as it is.
 */
export function runClipping(clipping: RenormClipping): RenormClipping {
  if (clipping === null || typeof clipping === "function") return clipping;
  return Object.fromEntries(
    Object.entries(clipping).map(([key, bound]) => [key, countedInCalls(bound)]),
  ) satisfies ClippingTable;
}

const countedInCalls = (bound: ClippingValue | null | undefined): typeof bound =>
  isSchedule(bound) ? bound.map(([step, value]) => [step - 1, value] as const) : bound;
