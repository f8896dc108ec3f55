import type { ReactNode } from "react";
import { documentedArg } from "./documented-arg";
import { RelatedPages } from "./related-pages";

export const RelatedArguments = ({ name }: { readonly name: string }): ReactNode => (
  <RelatedPages
    pages={documentedArg(name).related.map((other) => ({
      name: other,
      href: `/docs/arguments/${other}`,
      summary: documentedArg(other).summary,
    }))}
  />
);
