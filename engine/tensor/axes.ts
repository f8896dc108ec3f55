import { EngineError } from "../errors";

/**
 * Resolves negative axes against a rank. Throws a ValueError for an axis outside `[-rank, rank)` and for an axis
 * named twice.
 */
export function resolveAxes(axis: number | readonly number[], rank: number): readonly number[] {
  const given = typeof axis === "number" ? [axis] : axis;
  const resolved = given.map((a) => (a < 0 ? a + rank : a));
  if (resolved.some((a) => a < 0 || a >= rank)) {
    throw new EngineError(
      "axis-range",
      "ValueError",
      `Invalid axis: axis must be in [${-rank}, ${rank}) for inputs of rank ${rank}. Received: axis=[${given.join(", ")}]`,
      { rank },
    );
  }
  if (new Set(resolved).size !== resolved.length) {
    throw new EngineError(
      "axis-duplicate",
      "ValueError",
      `Duplicate axis: axis must name each axis once for inputs of rank ${rank}. Received: axis=[${given.join(", ")}]`,
      { rank },
    );
  }
  return resolved;
}
