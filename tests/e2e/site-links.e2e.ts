import { expect, test, type APIRequestContext } from "@playwright/test";
import { allPages } from "../support/pages";

interface Visit {
  readonly address: string;
  readonly status: number;
  readonly html: string;
}

const textOf = (attribute: string): string => attribute.replaceAll("&amp;", "&");

/** The addresses in a page's markup, as a browser resolves them. */
const addressesIn = ({ address, html }: Visit): readonly URL[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(
    ([, found]) => new URL(textOf(found ?? ""), address),
  );

async function visit(request: APIRequestContext, address: string): Promise<Visit> {
  const response = await request.get(address);
  const isPage = response.headers()["content-type"]?.startsWith("text/html") === true;
  return { address, status: response.status(), html: isPage ? await response.text() : "" };
}

/** Opens everything that the site leads to, starting from these pages. */
async function crawl(
  request: APIRequestContext,
  starts: readonly string[],
  root: string,
): Promise<readonly (Visit & { readonly links: readonly URL[] })[]> {
  const seen = new Set(starts);
  const queue = [...seen];
  const visits: (Visit & { readonly links: readonly URL[] })[] = [];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const visited = await visit(request, next);
    const links = addressesIn(visited).filter(({ href }) => href.startsWith(root));
    visits.push({ ...visited, links });
    for (const { href } of links) {
      const target = href.replace(/[?#].*$/, "");
      if (seen.has(target)) continue;
      seen.add(target);
      queue.push(target);
    }
  }
  return visits;
}

test("Every link and every file of the site is there, and so is every place in a page.", async ({
  request,
  baseURL,
}) => {
  const root = baseURL!;
  const starts = allPages.filter((page) => page !== "nowhere").map((page) => root + page);
  const visits = await crawl(request, starts, root);
  const broken = visits.filter(({ status }) => status !== 200).map(({ address }) => address);
  expect(broken).toEqual([]);
  expect(visits.length).toBeGreaterThan(starts.length);

  const pages = new Map(visits.map((visited) => [visited.address, visited.html]));
  const lost = visits
    .flatMap(({ links }) => links)
    .filter(({ hash }) => hash !== "")
    .filter(({ href, hash }) => {
      const html = pages.get(href.replace(/[?#].*$/, "")) ?? "";
      return html !== "" && !html.includes(`id="${decodeURIComponent(hash.slice(1))}"`);
    })
    .map(({ href }) => href);
  expect(lost).toEqual([]);
});

test("An address that leads nowhere says so and leads on.", async ({ page }) => {
  const response = await page.goto("docs/arguments/nowhere");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such page");
  await page.getByRole("main").getByRole("link", { name: "reference" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reference");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Playground" })
    .click();
  await expect(page).toHaveTitle("Playground · Batch Norm Lab");
});
