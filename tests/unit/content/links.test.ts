import { describe, expect, test } from "vitest";
import { compileMdx } from "./support/mdx";
import { argumentFolders, pageParts, partOf } from "./support/pages";

const knownRoutes = ["/", "/playground", "/docs"];

/** Every address of the site, with the heading ids of its page. Routes outside content/ have none known here. */
async function siteAddresses(): Promise<ReadonlyMap<string, readonly string[]>> {
  const addresses = new Map<string, readonly string[]>(knownRoutes.map((route) => [route, []]));
  for (const name of argumentFolders) {
    const parts = await Promise.all(pageParts.map((part) => compileMdx(partOf(name, part))));
    addresses.set(
      `/docs/arguments/${name}`,
      parts.flatMap((part) => part.headingIds),
    );
  }
  return addresses;
}

const addresses = await siteAddresses();

describe.each(argumentFolders)("the links of %s", (name) => {
  test("lead to pages and headings that exist, or to an https address", async () => {
    const dead: string[] = [];
    for (const part of pageParts) {
      const { links } = await compileMdx(partOf(name, part));
      for (const link of links.filter((url) => !url.startsWith("https://"))) {
        const [path = "", id] = link.split("#");
        const ids = addresses.get(path === "" ? `/docs/arguments/${name}` : path);
        if (ids === undefined || (id !== undefined && !ids.includes(id))) dead.push(link);
      }
    }
    expect(dead).toEqual([]);
  });

  test("do not lead to the page itself", async () => {
    const { links } = await compileMdx(partOf(name, "prose.mdx"));
    expect(links).not.toContain(`/docs/arguments/${name}`);
  });
});
