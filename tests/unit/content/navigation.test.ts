import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { NavigationSection } from "@/content/generate/navigation";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { functions, methods, properties } from "@/engine/spec/members";
import { contentFolder, referencePages } from "./support/pages";

const [wholeLayer, ...sections] = JSON.parse(
  readFileSync(`${contentFolder}/navigation.json`, "utf8"),
) as readonly NavigationSection[];

const isArgument = (page: { readonly href: string }): boolean =>
  page.href.startsWith("/docs/arguments/");

/** The addresses in the sections of these titles, in their order. */
const addressesUnder = (...titles: readonly string[]): readonly string[] =>
  sections
    .filter(({ title }) => titles.includes(title))
    .flatMap(({ pages }) => pages.map(({ href }) => href));

const memberAddresses = (specs: readonly { readonly name: string }[]): readonly string[] =>
  specs.map(({ name }) => `/docs/members/${name}`);

describe("content/navigation.json", () => {
  test("begins with the pages on the layer as a whole", () => {
    expect(wholeLayer).toEqual({
      title: "The whole layer",
      pages: [
        { title: "Versions", href: "/docs/versions" },
        { title: "Deviations", href: "/docs/deviations" },
        { title: "The graph", href: "/docs/graph" },
        { title: "How fast is it", href: "/docs/speed" },
      ],
    });
  });

  test("has the layer's groups of arguments, its members and its function as other sections", () => {
    expect(sections.map((section) => section.title)).toEqual([
      "Statistics",
      "Scale and shift",
      "Renorm",
      "Layer",
      "Ghost batches",
      "Adjustment",
      "Call",
      "Properties",
      "Methods",
      "Functional interface",
    ]);
  });

  test("lists every documented argument once, under its group", () => {
    const listed = sections.flatMap(({ title, pages }) =>
      pages.filter(isArgument).map((page) => `${title.toLowerCase()}: ${page.title}`),
    );
    const documented = documentedArgs.map(({ group, name }) => `${group}: ${name}`);
    expect([...listed].sort()).toEqual([...documented].sort());
  });

  test("lists the members in the order of the documents, each kind under its title", () => {
    expect(addressesUnder("Properties")).toEqual(memberAddresses(properties));
    expect(addressesUnder("Methods")).toEqual(memberAddresses(methods));
    expect(addressesUnder("Functional interface")).toEqual([
      ...memberAddresses(functions),
      "/docs/arguments/reuse",
    ]);
  });

  test("leads to the folders of content/, and to every one of them", () => {
    const targets = sections.flatMap(({ pages }) => pages.map((page) => page.href));
    expect([...targets].sort()).toEqual(referencePages.map(({ address }) => address).sort());
  });

  test("calls every page by its name", () => {
    for (const { title, href } of sections.flatMap(({ pages }) => pages)) {
      expect(href.split("/").at(-1)).toBe(title);
    }
  });

  test("orders the arguments of a group as the documents do", () => {
    const order = documentedArgs.map((spec) => spec.name as string);
    for (const { pages } of sections) {
      const positions = pages.filter(isArgument).map((page) => order.indexOf(page.title));
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
    }
  });
});
