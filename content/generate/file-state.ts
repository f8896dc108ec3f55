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
 * What no generator accounts for: a folder beside folders that hold a generated page each, and a file called
 * `*.generated.*`.
 */
function withoutSubject(root: string, files: readonly GeneratedFile[]): readonly string[] {
  const paths = files.map((file) => file.path);
  const subjects = paths
    .filter((path) => path.endsWith("/page.generated.mdx"))
    .map((path) => posix.dirname(path));
  const collections = new Set(subjects.map((subject) => posix.dirname(subject)));
  const folders = [...collections]
    .flatMap((collection) => foldersIn(root, collection))
    .filter((folder) => !subjects.includes(folder));
  const strays = pathsBelow(root)
    .filter((path) => posix.basename(path).includes(".generated."))
    .filter((path) => !paths.includes(path))
    .filter((path) => !folders.some((folder) => path.startsWith(`${folder}/`)));
  return [...folders, ...strays];
}

const foldersIn = (root: string, folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${folder}/${entry.name}`)
    : [];

const pathsBelow = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => path.split(sep).join("/"));
