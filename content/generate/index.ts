/**
 * Writes every generated file: `npx tsx content/generate/index.ts`. With `--check` it writes nothing and fails,
 * naming each file that differs or is missing and each that has no subject.
 */
import { fileURLToPath } from "node:url";
import { argumentPages } from "./arguments";
import { problemsBelow, writeBelow } from "./file-state";
import type { Generator } from "./generated-file";
import { memberPages } from "./members";
import { navigation } from "./navigation";
import { posters } from "./posters";

const generators: readonly Generator[] = [argumentPages, memberPages, navigation, posters];

const root = fileURLToPath(new URL("..", import.meta.url));
const files = generators.flatMap((generate) => generate());
const checkOnly = process.argv.includes("--check");

if (!checkOnly) for (const path of writeBelow(root, files)) console.log(`wrote: content/${path}`);

const problems = problemsBelow(root, files);
for (const { kind, path } of problems) console.error(`${kind}: content/${path}`);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${files.length} generated files are up to date`);
