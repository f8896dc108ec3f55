"use client";

import {
  createContext,
  use,
  useId,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { ReactNode } from "react";
import { DomainUnions } from "./domain-unions";
import type { Domain } from "./domain-unions";

const CommonDomains = createContext<DomainUnions | null>(null);

/** While it is on, axes of one name in it have one domain, so that what stands beside each other can be compared. */
export function CommonDomainsIn({
  isOn,
  children,
}: {
  readonly isOn: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const [unions] = useState(() => new DomainUnions());
  return <CommonDomains value={isOn ? unions : null}>{children}</CommonDomains>;
}

const never = () => (): void => undefined;

/** The domain of an axis with those of its namesakes: the same pair as long as the numbers are the same. */
export function useCommonDomain(name: string, [from, to]: Domain): Domain {
  const unions = use(CommonDomains);
  const id = useId();
  // By hand, since an effect goes by it.
  const own = useMemo<Domain>(() => [from, to], [from, to]);
  useLayoutEffect(() => unions?.put(name, id, own), [unions, name, id, own]);
  useLayoutEffect(() => () => unions?.remove(name, id), [unions, name, id]);
  const read = (): Domain | null => unions?.of(name) ?? null;
  return useSyncExternalStore(unions?.subscribe ?? never, read, () => null) ?? own;
}
