import { playgroundOf, widgetList } from "@/components/widgets/registry";
import type { WidgetId } from "@/components/widgets/registry";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { documentedMembers } from "@/engine/spec/members";

/** Addresses relative to the site's own, so that they work under a base path too. */
const argumentPages = documentedArgs.map(({ name }) => `docs/arguments/${name}`);

const memberPages = documentedMembers.map(({ name }) => `docs/members/${name}`);

const embedPages = widgetList.map(({ id }) => `embed/${id}`);

/** The page of the playground for a widget. */
export const playgroundPage = (id: WidgetId): string => playgroundOf(id).slice(1);

const playgroundPages = widgetList.map(({ id }) => playgroundPage(id));

const graphPage = "docs/graph";

/** Pages with a live figure. */
export const figurePages = [
  "",
  ...playgroundPages,
  "docs/arguments/momentum",
  graphPage,
  ...embedPages,
];

/** Which figure a page shows. */
export const widgetOn = (page: string): WidgetId => {
  if (page === graphPage) return "update-ops";
  const isOn = (id: WidgetId): boolean => page === playgroundPage(id) || page === `embed/${id}`;
  return widgetList.find(({ id }) => isOn(id))?.id ?? "batch-vs-moving";
};

/** Every page of the site. */
export const allPages = [
  "",
  ...playgroundPages,
  "docs",
  "docs/versions",
  "docs/deviations",
  graphPage,
  "docs/speed",
  ...argumentPages,
  ...memberPages,
  ...embedPages,
  "nowhere",
];

/** Whether an argument can be seen at work in some figure. */
export const hasFigure = (argument: string): boolean =>
  widgetList.some(({ reads }) => reads.some((name) => name === argument));

export const titleOf = (address: string): string => (address === "" ? "the home page" : address);
