import { readdirSync, readFileSync } from "node:fs";

const testFile = /(?<!^checklist)\.test\.ts$/;
const suiteImport = /from "(\.\.?\/[^"]*\bsuites\/[^"]*)"/g;

/** The test files of a folder and the suites that they run. */
function sourcesIn(folder: URL): readonly string[] {
  return readdirSync(folder)
    .filter((file) => testFile.test(file))
    .flatMap((file) => {
      const source = readFileSync(new URL(file, folder), "utf8");
      const suites = [...source.matchAll(suiteImport)].map(([, path]) =>
        readFileSync(new URL(`${path}.ts`, folder), "utf8"),
      );
      return [source, ...suites];
    });
}

/** The titles of a folder's tests as they stand in the files, and the names that tables put in their place. */
export const titlesIn = (folder: URL): readonly string[] =>
  sourcesIn(folder).flatMap((source) => [
    ...[...source.matchAll(/(?:\b(?:it|describe)|\))\(\s*(["`])(.*?)\1/gs)].map(
      ([, , title]) => title!,
    ),
    ...[...source.matchAll(/\btest: "([^"]*)"/g)].map(([, name]) => name!),
  ]);

/** A title starts with the name of the test that it is about. */
export const isAbout = (title: string, name: string): boolean =>
  title.startsWith(name) && !/^\w/.test(title.slice(name.length));

/** The titles that start like a test of TensorFlow and are about none of these. */
export const strangeTitles = (
  titles: readonly string[],
  names: readonly string[],
): readonly string[] =>
  titles.filter(
    (title) => /^(test|C\+\+)/.test(title) && !names.some((name) => isAbout(title, name)),
  );
