import { describe, expect, test } from "vitest";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { documentedMembers } from "@/engine/spec/members";
import { compileMdx } from "./support/mdx";
import { foldersIn, hasPart, pageOf, pageParts, partOf, referencePages } from "./support/pages";
import type { Collection } from "./support/pages";

interface CollectionRules {
  readonly subjects: readonly { readonly name: string; readonly showsMessages: boolean }[];
  /** The headings that a prose has, in this order. */
  readonly proseHeadings: readonly string[];
  readonly tags: readonly string[];
}

const rules: Readonly<Record<Collection, CollectionRules>> = {
  arguments: {
    subjects: documentedArgs.map(({ name, invalid }) => ({
      name,
      showsMessages: invalid.length > 0,
    })),
    proseHeadings: ["What it changes", "When to change it", "When not to", "Pitfalls"],
    tags: ["Lead", "ArgumentFacts", "WidgetsFor", "Prose", "ArgumentErrors", "RelatedArguments"],
  },
  members: {
    subjects: documentedMembers.map(({ name, errors }) => ({
      name,
      showsMessages: errors.length > 0,
    })),
    // Short enough to need none.
    proseHeadings: [],
    tags: ["Lead", "MemberFacts", "Prose", "MemberParameters", "MemberErrors", "RelatedMembers"],
  },
};

const collections = Object.entries(rules) as readonly (readonly [Collection, CollectionRules])[];

describe.each(collections)("content/%s", (collection, { subjects }) => {
  const names = subjects.map(({ name }) => name);
  test("has a folder for every documented name, and no other", () => {
    expect([...foldersIn(collection)].sort()).toEqual([...names].sort());
  });
  test.each(names)("%s has its generated page and its prose", (name) => {
    const page = pageOf(collection, name);
    expect(pageParts.filter((part) => hasPart(page, part))).toEqual(pageParts);
  });
});

describe.each(referencePages)("the page of $title", (page) => {
  const { collection, name } = page;
  const { subjects, proseHeadings, tags } = rules[collection];

  test.each(pageParts)("compiles %s without a message, KaTeX strict", async (part) => {
    const { code, messages } = await compileMdx(partOf(page, part));
    expect(messages).toEqual([]);
    expect(code).not.toContain("katex-error");
  });

  test("has the headings of prose in order, or says which it omits", async () => {
    const { headings, comments } = await compileMdx(partOf(page, "prose.mdx"));
    const omitted = comments.flatMap((comment) => comment.split("omitted: ")[1] ?? []);
    expect(proseHeadings).toEqual(expect.arrayContaining(omitted));
    expect(headings.filter(({ depth }) => depth <= 2)).toEqual(
      proseHeadings
        .filter((heading) => !omitted.includes(heading))
        .map((text) => ({ depth: 2, text })),
    );
  });

  test("begins with its name and has every heading id once", async () => {
    const generated = await compileMdx(partOf(page, "page.generated.mdx"));
    const prose = await compileMdx(partOf(page, "prose.mdx"));
    const ids = [...generated.headingIds, ...prose.headingIds];
    expect(generated.headings[0]).toEqual({ depth: 1, text: name });
    expect(ids).toEqual([...new Set(ids)]);
    // A suffix means that two headings of one file share their text.
    expect(ids.filter((id) => /-\d+$/.test(id))).toEqual([]);
  });

  test("shows messages exactly when the spec has some", async () => {
    const { headings, tags: shown } = await compileMdx(partOf(page, "page.generated.mdx"));
    const showsMessages = subjects.some((each) => each.name === name && each.showsMessages);
    const errorTags = shown.filter((tag) => /^(Argument|Member)Errors$/.test(tag));
    expect(errorTags).toHaveLength(showsMessages ? 1 : 0);
    expect(headings.some(({ text }) => text === "Messages")).toBe(showsMessages);
  });

  test("uses known tags and imports nothing but its prose", async () => {
    const generated = await compileMdx(partOf(page, "page.generated.mdx"));
    const prose = await compileMdx(partOf(page, "prose.mdx"));
    expect(tags).toEqual(expect.arrayContaining([...generated.tags, ...prose.tags]));
    expect(generated.statements.filter((statement) => statement.startsWith("import"))).toEqual([
      'import Prose from "./prose.mdx";',
    ]);
    expect(prose.statements).toEqual([]);
  });

  test("uses no exclamation mark and no British spelling outside code and formulas", () => {
    const words = partOf(page, "prose.mdx")
      .replace(/```.*?```/gs, "")
      .replace(/\$[^$]*\$/g, "");
    expect(words).not.toContain("!");
    expect(words).not.toMatch(/(normali|initiali|generali)s|behaviou|colou|centre|licence|grey/i);
  });
});
