"use client";

import { useCommonDomain } from "@/components/charts/plot/common-domains";
import type { Domain } from "@/components/charts/plot/domain-unions";
import { valueAxis } from "./value-axis";
import type { ValueAxis } from "./value-axis";

/** An axis of a parameter's values or of what moves them, made anew only where its domain is another. */
export function useValueAxis(name: string, domain: Domain): ValueAxis {
  const common = useCommonDomain(name, domain);
  return valueAxis(common);
}
