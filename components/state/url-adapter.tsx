"use client";

import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { inSpecOrder } from "./url-codec";

/** Lets components read and write the query; equal experiments get equal links, in whatever order they were set. */
export const UrlAdapter = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <NuqsAdapter processUrlSearchParams={inSpecOrder}>{children}</NuqsAdapter>
);
