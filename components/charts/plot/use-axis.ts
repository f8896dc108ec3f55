"use client";

import { countAxis, linearAxis, symlogAxis } from "./axis";
import type { Axis, Direction } from "./axis";
import { useCommonDomain } from "./common-domains";
import type { Domain } from "./domain-unions";

/** Where an axis of a figure lies: of the same name, one figure beside another has the same. */
interface AxisOf {
  /** Tells the axes of a figure apart. */
  readonly name: string;
  readonly domain: Domain;
  readonly direction: Direction;
}

/** An axis of even steps, made anew only where its domain is another. */
export function useLinearAxis({ name, domain, direction }: AxisOf, tickCount: number): Axis {
  const common = useCommonDomain(name, domain);
  return linearAxis(common, direction, tickCount);
}

/** An axis that is linear around zero and logarithmic beyond ±1, made anew only where its domain is another. */
export function useSymlogAxis({ name, domain, direction }: AxisOf, gap = 0): Axis {
  const common = useCommonDomain(name, domain);
  return symlogAxis(common, direction, gap);
}

/** An upward axis of counts, made anew only where the highest is another. */
export function useCountAxis(name: string, highest: number, tickCount = 2): Axis {
  const [, common] = useCommonDomain(name, [0, highest]);
  return countAxis(common, "up", tickCount);
}
