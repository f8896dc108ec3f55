import { documentedArgs } from "../../engine/spec/batch-norm";
import type { GeneratedFile } from "./generated-file";

export interface NavigationSection {
  readonly title: string;
  readonly pages: readonly { readonly title: string; readonly href: string }[];
}

/** The argument pages under the headings of the spec's groups, both in the order of the documents. */
function argumentSections(): readonly NavigationSection[] {
  const groups = [...new Set(documentedArgs.map((spec) => spec.group))];
  return groups.map((group) => ({
    title: group.charAt(0).toUpperCase() + group.slice(1),
    pages: documentedArgs
      .filter((spec) => spec.group === group)
      .map(({ name }) => ({ title: name, href: `/docs/arguments/${name}` })),
  }));
}

const wholeLayer: NavigationSection = {
  title: "The whole layer",
  pages: [
    { title: "Versions", href: "/docs/versions" },
    { title: "Deviations", href: "/docs/deviations" },
    { title: "How fast is it", href: "/docs/speed" },
  ],
};

export const navigation = (): readonly GeneratedFile[] => [
  {
    path: "navigation.json",
    content: `${JSON.stringify([wholeLayer, ...argumentSections()], null, 2)}\n`,
  },
];
