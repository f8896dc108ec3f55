import { describe, expect, test } from "vitest";
import { compileMdx } from "./support/mdx";
import { pageParts, partOf, referencePages } from "./support/pages";

const knownRoutes = ["/", "/playground", "/docs", "/docs/graph"];

/** Every address of the site, with the heading ids of its page. Routes outside content/ have none known here. */
async function siteAddresses(): Promise<ReadonlyMap<string, readonly string[]>> {
  const addresses = new Map<string, readonly string[]>(knownRoutes.map((route) => [route, []]));
  for (const page of referencePages) {
    const parts = await Promise.all(pageParts.map((part) => compileMdx(partOf(page, part))));
    addresses.set(
      page.address,
      parts.flatMap((part) => part.headingIds),
    );
  }
  return addresses;
}

const addresses = await siteAddresses();

describe.each(referencePages)("the links of $title", (page) => {
  test("lead to pages and headings that exist, or to an https address", async () => {
    const dead: string[] = [];
    for (const part of pageParts) {
      const { links } = await compileMdx(partOf(page, part));
      for (const link of links.filter((url) => !url.startsWith("https://"))) {
        const [path = "", id] = link.split("#");
        const ids = addresses.get(path === "" ? page.address : path);
        if (ids === undefined || (id !== undefined && !ids.includes(id))) dead.push(link);
      }
    }
    expect(dead).toEqual([]);
  });

  test("do not lead to the page itself", async () => {
    const { links } = await compileMdx(partOf(page, "prose.mdx"));
    expect(links).not.toContain(page.address);
  });
});
