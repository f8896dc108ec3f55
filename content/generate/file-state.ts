import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import type { GeneratedFile } from "./generated-file";

export interface Problem {
  readonly kind: "differs" | "missing" | "no subject";
  readonly path: string;
}

/** What is wrong with the generated files below `root`, in the order of their paths; writes nothing. */
export function problemsBelow(root: string, files: readonly GeneratedFile[]): readonly Problem[] {
  const stale = files.flatMap(({ path, content }): readonly Problem[] => {
    const found = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
    if (found === content) return [];
    return [{ kind: found === undefined ? "missing" : "differs", path }];
  });
  const orphans = withoutSubject(root, files).map((path): Problem => ({
    kind: "no subject",
    path,
  }));
  return [...stale, ...orphans].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Writes the files that are missing or differ; returns their paths. */
export function writeBelow(root: string, files: readonly GeneratedFile[]): readonly string[] {
  const stale = new Set(
    problemsBelow(root, files).flatMap(({ kind, path }) => (kind === "no subject" ? [] : [path])),
  );
  return files.flatMap(({ path, content }) => {
    if (!stale.has(path)) return [];
    mkdirSync(join(root, posix.dirname(path)), { recursive: true });
    writeFileSync(join(root, path), content);
    return [path];
  });
}

/**
 * What no generator accounts for: a folder among folders that each hold a generated page, and a file called
 * `*.generated.*` in a top-level folder that generators write to.
 */
function withoutSubject(root: string, files: readonly GeneratedFile[]): readonly string[] {
  const subjects = files
    .map((file) => posix.dirname(file.path))
    .filter((_, index) => files[index]?.path.endsWith("/page.generated.mdx"));
  const collections = new Set(subjects.map((subject) => posix.dirname(subject)));
  const folders = [...collections].flatMap((collection) =>
    foldersIn(root, collection).filter((folder) => !subjects.includes(folder)),
  );
  const known = new Set(files.map((file) => file.path));
  const topFolders = new Set(files.map((file) => file.path.split("/")[0] ?? ""));
  const strays = [...topFolders]
    .flatMap((folder) => filesIn(root, folder))
    .filter((path) => posix.basename(path).includes(".generated."))
    .filter((path) => !known.has(path) && !folders.some((folder) => path.startsWith(`${folder}/`)));
  return [...folders, ...strays];
}

const foldersIn = (root: string, folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${folder}/${entry.name}`)
    : [];

const filesIn = (root: string, folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
        (path) => `${folder}/${path.split(sep).join("/")}`,
      )
    : [];
