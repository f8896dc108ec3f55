import type { ClippingBounds } from "../core/renorm/correction";
import { EngineError } from "../errors";
import {
  clippingKeys,
  isBound,
  isClipping,
  isClippingValue,
  isScheduled,
  unknownClippingKeys,
} from "../spec/clipping";
import type { ClippingTable, RenormClipping, ScheduledBound } from "../spec/clipping";
import { scheduledAt, scheduleRule } from "../spec/clipping-schedule";
import { refusal, showValue } from "../spec/show-value";

/**
 * Checks the bounds of renorm: a ValueError for a key that is no bound, a TypeError for a value that is no scalar.
 * TensorFlow looks at them only where renorm is on.
 */
export function checkClipping(clipping: RenormClipping): void {
  const argument = "renorm_clipping";
  const unknown = unknownClippingKeys(clipping);
  if (unknown.length > 0) {
    throw new EngineError(
      "renorm-clipping-keys",
      "ValueError",
      `renorm_clipping must be a table with no keys but ${clippingKeys.join(", ")}. Received: renorm_clipping with the keys ${Object.keys(clipping ?? {}).join(", ")}`,
      { argument },
    );
  }
  if (clipping === null || typeof clipping === "function") return;
  for (const [key, value] of Object.entries<unknown>(clipping)) {
    if (value === null || value === undefined || isClippingValue(value)) continue;
    if (Array.isArray(value) && (value.length === 0 || value.some(Array.isArray))) {
      throw new EngineError(
        "renorm-clipping-value",
        "TypeError",
        `renorm_clipping must be ${scheduleRule}. Received: ${key}=${showValue(value)}`,
        { argument },
      );
    }
    throw new EngineError(
      "renorm-clipping-value",
      "TypeError",
      `renorm_clipping must be a table of numbers, scalar tensors or functions of the step. Received: ${key}=${showValue(value)}`,
      { argument },
    );
  }
}

const scheduled = (bound: ScheduledBound, step: number): unknown =>
  typeof bound === "function" ? bound(step) : scheduledAt(bound, step);

function boundAt(value: ClippingTable["rmax"], step: number): number | undefined {
  if (value === undefined || value === null) return undefined;
  const bound = isScheduled(value) ? scheduled(value, step) : value;
  if (isBound(bound)) return typeof bound === "number" ? bound : bound.data[0];
  throw new EngineError(
    "renorm-clipping-value",
    "TypeError",
    refusal("renorm_clipping", "a table whose functions return numbers", bound),
    { argument: "renorm_clipping" },
  );
}

/** What a schedule made must be a table of bounds, not one more function. */
function checkTable(table: unknown): void {
  if (typeof table === "object" && table !== null && isClipping(table)) return;
  throw new EngineError(
    "renorm-clipping-value",
    "TypeError",
    refusal("renorm_clipping", "a function that returns a table of bounds", table),
    { argument: "renorm_clipping" },
  );
}

/** The bounds in force at a step, counted from 0: schedules are functions of it. */
export function boundsAt(clipping: RenormClipping, step: number): ClippingBounds {
  const table = typeof clipping === "function" ? clipping(step) : (clipping ?? {});
  checkTable(table);
  checkClipping(table);
  const bounds = {
    rmin: boundAt(table.rmin, step),
    rmax: boundAt(table.rmax, step),
    dmax: boundAt(table.dmax, step),
  };
  return Object.fromEntries(Object.entries(bounds).filter(([, bound]) => bound !== undefined));
}
