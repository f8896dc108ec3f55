/** A bound over the steps as data: points of [step, value], ascending in step. */
export type ClippingSchedule = readonly (readonly [step: number, value: number])[];

const isPoint = (point: unknown): point is readonly [number, number] =>
  Array.isArray(point) && point.length === 2 && point.every(Number.isFinite);

/**
 * Whether a value is a schedule: at least one point, each later than the one before. No number in it is infinite: there
 * is no straight line to infinity.
 */
export const isSchedule = (value: unknown): value is ClippingSchedule =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(isPoint) &&
  value.every((point, i) => i === 0 || point[0] > (value[i - 1] as readonly number[])[0]!);

/** What a list of lists that is no schedule breaks. */
export const scheduleRule =
  "a table whose schedules are lists of one or more [step, value] points of finite numbers, each step greater than the one before";

/** The bound at a step, counted from 0: straight lines between the points, and constant before and after them. */
export function scheduledAt(schedule: ClippingSchedule, step: number): number {
  const next = schedule.findIndex(([at]) => at >= step);
  const [first, last] = [schedule[0], schedule.at(-1)];
  if (next === 0 && first !== undefined) return first[1];
  const [before, after] = [schedule[next - 1], schedule[next]];
  if (before === undefined || after === undefined) return last?.[1] ?? NaN;
  if (after[0] === step || before[1] === after[1]) return after[1];
  return before[1] + ((after[1] - before[1]) * (step - before[0])) / (after[0] - before[0]);
}
