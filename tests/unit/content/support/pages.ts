import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../../../..", import.meta.url));
export const contentFolder = `${projectRoot}content`;
const argumentsFolder = `${contentFolder}/arguments`;

/** The names of the folders in content/arguments, which are the names of documented arguments. */
export const argumentFolders: readonly string[] = readdirSync(argumentsFolder, {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

export type PagePart = "page.generated.mdx" | "prose.mdx";
export const pageParts: readonly PagePart[] = ["page.generated.mdx", "prose.mdx"];

export const hasPart = (argument: string, part: PagePart): boolean =>
  existsSync(`${argumentsFolder}/${argument}/${part}`);

export const partOf = (argument: string, part: PagePart): string =>
  readFileSync(`${argumentsFolder}/${argument}/${part}`, "utf8");
