import type { ReactNode } from "react";
import { documentedMember } from "./documented-member";
import { RelatedPages } from "./related-pages";

export const RelatedMembers = ({ name }: { readonly name: string }): ReactNode => (
  <RelatedPages
    pages={documentedMember(name).related.map((other) => ({
      name: other,
      href: `/docs/members/${other}`,
      summary: documentedMember(other).summary,
    }))}
  />
);
