import type { MDXContent } from "mdx/types";
import type { Metadata } from "next";

/** A page that is named after its subject, which the address ends with. */
export interface NamedPageProps {
  readonly params: Promise<{ readonly name: string }>;
}

/** What a compiled page exports. */
export interface PageModule {
  readonly default: MDXContent;
  readonly metadata: Metadata;
}
