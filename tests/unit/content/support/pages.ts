import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../../../..", import.meta.url));
export const contentFolder = `${projectRoot}content`;

/** Folders of content/ with a folder for every subject, in which its page lies. */
export type Collection = "arguments" | "members";

/** The names of a collection's folders, which are documented names. */
export const foldersIn = (collection: Collection): readonly string[] =>
  readdirSync(`${contentFolder}/${collection}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

export type PagePart = "page.generated.mdx" | "prose.mdx";
export const pageParts: readonly PagePart[] = ["page.generated.mdx", "prose.mdx"];

/** The page on one subject. */
export interface ReferencePage {
  readonly collection: Collection;
  readonly name: string;
  /** Tells an argument's page from that of a property with the same name. */
  readonly title: string;
  readonly address: string;
}

export const pageOf = (collection: Collection, name: string): ReferencePage => ({
  collection,
  name,
  title: `${collection}/${name}`,
  address: `/docs/${collection}/${name}`,
});

const pagesIn = (collection: Collection): readonly ReferencePage[] =>
  foldersIn(collection).map((name) => pageOf(collection, name));

export const referencePages: readonly ReferencePage[] = [
  ...pagesIn("arguments"),
  ...pagesIn("members"),
];

const pathOf = ({ title }: ReferencePage, part: PagePart): string =>
  `${contentFolder}/${title}/${part}`;

export const hasPart = (page: ReferencePage, part: PagePart): boolean =>
  existsSync(pathOf(page, part));

export const partOf = (page: ReferencePage, part: PagePart): string =>
  readFileSync(pathOf(page, part), "utf8");
