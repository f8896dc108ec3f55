import { describe, expect, test } from "vitest";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { compileMdx } from "./support/mdx";
import { argumentFolders, hasPart, pageParts, partOf } from "./support/pages";

const names = documentedArgs.map((spec) => spec.name as string);
const proseHeadings = ["What it changes", "When to change it", "When not to", "Pitfalls"];
const knownTags = [
  "Lead",
  "ArgumentFacts",
  "WidgetsFor",
  "Prose",
  "ArgumentErrors",
  "RelatedArguments",
];

describe("content/arguments", () => {
  test("has a folder for every documented argument, and no other", () => {
    expect([...argumentFolders].sort()).toEqual([...names].sort());
  });
  test.each(names)("%s has its generated page and its prose", (name) => {
    expect(pageParts.filter((part) => hasPart(name, part))).toEqual(pageParts);
  });
});

describe.each(argumentFolders)("the page of %s", (name) => {
  test.each(pageParts)("compiles %s without a message, KaTeX strict", async (part) => {
    const { code, messages } = await compileMdx(partOf(name, part));
    expect(messages).toEqual([]);
    expect(code).not.toContain("katex-error");
  });

  test("has the four headings of prose in order, or says which it omits", async () => {
    const { headings, comments } = await compileMdx(partOf(name, "prose.mdx"));
    const omitted = comments.flatMap((comment) => comment.split("omitted: ")[1] ?? []);
    expect(proseHeadings).toEqual(expect.arrayContaining(omitted));
    expect(headings.filter(({ depth }) => depth <= 2)).toEqual(
      proseHeadings
        .filter((heading) => !omitted.includes(heading))
        .map((text) => ({ depth: 2, text })),
    );
  });

  test("begins with its name and has every heading id once", async () => {
    const page = await compileMdx(partOf(name, "page.generated.mdx"));
    const prose = await compileMdx(partOf(name, "prose.mdx"));
    const ids = [...page.headingIds, ...prose.headingIds];
    expect(page.headings[0]).toEqual({ depth: 1, text: name });
    expect(ids).toEqual([...new Set(ids)]);
    // A suffix means that two headings of one file share their text.
    expect(ids.filter((id) => /-\d+$/.test(id))).toEqual([]);
  });

  test("shows messages exactly when the spec has refused samples", async () => {
    const { headings, tags } = await compileMdx(partOf(name, "page.generated.mdx"));
    const invalid = documentedArgs.find((spec) => spec.name === name)?.invalid ?? [];
    expect(headings.some(({ text }) => text === "Messages")).toBe(invalid.length > 0);
    expect(tags.includes("ArgumentErrors")).toBe(invalid.length > 0);
  });

  test("uses known tags and imports nothing but its prose", async () => {
    const page = await compileMdx(partOf(name, "page.generated.mdx"));
    const prose = await compileMdx(partOf(name, "prose.mdx"));
    expect(knownTags).toEqual(expect.arrayContaining([...page.tags, ...prose.tags]));
    expect(page.statements.filter((statement) => statement.startsWith("import"))).toEqual([
      'import Prose from "./prose.mdx";',
    ]);
    expect(prose.statements).toEqual([]);
  });

  test("uses no exclamation mark and no British spelling outside code and formulas", () => {
    const words = partOf(name, "prose.mdx")
      .replace(/```.*?```/gs, "")
      .replace(/\$[^$]*\$/g, "");
    expect(words).not.toContain("!");
    expect(words).not.toMatch(/(normali|initiali|generali)s|behaviou|colou|centre|licence|grey/i);
  });
});
