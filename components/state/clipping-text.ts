import { boundNames } from "@/components/controls/bound-names";
import type { Bound, Bounds } from "@/components/controls/bound-names";
import { isSchedule } from "@/engine/spec/clipping-schedule";
import { asNumber, readPairs, writePairs } from "./link-text";

/** Reads `3`, or `1@25~3@200`: 1 up to step 25 of the run, then in a straight line to 3 at step 200. */
function readBound(text: string): Bound | null {
  const points = text.split("~").map((point) => {
    const [value = "", step, ...more] = point.split("@").map(asNumber);
    return step === undefined ? [value] : [step, value, ...more];
  });
  const [only] = points;
  if (points.length === 1 && only?.length === 1) {
    return typeof only[0] === "number" && Number.isFinite(only[0]) ? only[0] : null;
  }
  const isFinite = points.flat().every((part) => Number.isFinite(part));
  return isFinite && isSchedule(points) ? points : null;
}

/** The bounds of a text, or the text itself where it holds none. */
export function readClipping(text: string): unknown {
  if (text === "none") return null;
  const pairs = [...(readPairs(text) ?? [])].map(
    ([name, part]) => [name, readBound(part)] as const,
  );
  const isRead = pairs.every(
    ([name, bound]) => boundNames.some((known) => known === name) && bound !== null,
  );
  return isRead && pairs.length > 0 ? Object.fromEntries(pairs) : text;
}

const writeBound = (bound: Bound): string =>
  typeof bound === "number"
    ? String(bound)
    : bound.map(([step, value]) => `${value}@${step}`).join("~");

export function writeClipping(bounds: Bounds | null): string {
  const pairs = boundNames.flatMap((name) => {
    const bound = bounds?.[name];
    return bound === undefined ? [] : [[name, writeBound(bound)] as const];
  });
  return writePairs(pairs) || "none";
}

export const clippingRule =
  "finite numbers or schedules of value@step as in rmin:0.5,rmax:1@1~3@100,dmax:5, or none";
