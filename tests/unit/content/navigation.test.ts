import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { NavigationSection } from "@/content/generate/navigation";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { argumentFolders, contentFolder } from "./support/pages";

const [wholeLayer, ...sections] = JSON.parse(
  readFileSync(`${contentFolder}/navigation.json`, "utf8"),
) as readonly NavigationSection[];

describe("content/navigation.json", () => {
  test("begins with the pages on the layer as a whole", () => {
    expect(wholeLayer).toEqual({
      title: "The whole layer",
      pages: [
        { title: "Versions", href: "/docs/versions" },
        { title: "Deviations", href: "/docs/deviations" },
        { title: "How fast is it", href: "/docs/speed" },
      ],
    });
  });

  test("has the groups of the spec as its other sections", () => {
    expect(sections.map((section) => section.title)).toEqual([
      "Statistics",
      "Scale and shift",
      "Renorm",
      "Layer",
      "Ghost batches",
      "Adjustment",
      "Call",
    ]);
  });

  test("lists every documented argument once, under its group", () => {
    const listed = sections.flatMap(({ title, pages }) =>
      pages.map((page) => `${title.toLowerCase()}: ${page.title}`),
    );
    const documented = documentedArgs.map(({ group, name }) => `${group}: ${name}`);
    expect([...listed].sort()).toEqual([...documented].sort());
  });

  test("leads to the folders of content/arguments, and to every one of them", () => {
    const targets = sections.flatMap(({ pages }) => pages.map((page) => page.href));
    const pages = argumentFolders.map((name) => `/docs/arguments/${name}`);
    expect([...targets].sort()).toEqual([...pages].sort());
  });

  test("orders the arguments of a group as the documents do", () => {
    const order = documentedArgs.map((spec) => spec.name as string);
    for (const { pages } of sections) {
      const positions = pages.map((page) => order.indexOf(page.title));
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
    }
  });
});
