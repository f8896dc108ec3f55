import type { Group } from "../../engine/spec/arg-spec";
import { documentedArgs } from "../../engine/spec/batch-norm";
import { functions, methods, properties } from "../../engine/spec/members";
import type { MemberSpec } from "../../engine/spec/members/member-spec";
import type { GeneratedFile } from "./generated-file";

interface NavigationPage {
  readonly title: string;
  readonly href: string;
}

export interface NavigationSection {
  readonly title: string;
  readonly pages: readonly NavigationPage[];
}

const titleOf = (group: string): string => group.charAt(0).toUpperCase() + group.slice(1);

const memberPagesOf = (specs: readonly MemberSpec[]): readonly NavigationPage[] =>
  specs.map(({ name }) => ({ title: name, href: `/docs/members/${name}` }));

const argumentPagesOf = (group: string): readonly NavigationPage[] =>
  documentedArgs
    .filter((spec) => spec.group === group)
    .map(({ name }) => ({ title: name, href: `/docs/arguments/${name}` }));

const functionGroup = "functional interface" satisfies Group;

/** The layer's argument pages under the headings of the spec's groups, both in the order of the documents. */
function argumentSections(): readonly NavigationSection[] {
  const groups = [...new Set(documentedArgs.map((spec) => spec.group))];
  return groups
    .filter((group) => group !== functionGroup)
    .map((group) => ({ title: titleOf(group), pages: argumentPagesOf(group) }));
}

const memberSections: readonly NavigationSection[] = [
  { title: "Properties", pages: memberPagesOf(properties) },
  { title: "Methods", pages: memberPagesOf(methods) },
  {
    title: titleOf(functionGroup),
    pages: [...memberPagesOf(functions), ...argumentPagesOf(functionGroup)],
  },
];

const wholeLayer: NavigationSection = {
  title: "The whole layer",
  pages: [
    { title: "Versions", href: "/docs/versions" },
    { title: "Deviations", href: "/docs/deviations" },
    { title: "The graph", href: "/docs/graph" },
    { title: "How fast is it", href: "/docs/speed" },
  ],
};

export const navigation = (): readonly GeneratedFile[] => [
  {
    path: "navigation.json",
    content: `${JSON.stringify([wholeLayer, ...argumentSections(), ...memberSections], null, 2)}\n`,
  },
];
