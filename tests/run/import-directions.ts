/**
 * Checks who imports whom against .dependency-cruiser.mjs. The library's own command line needs Node 20.12; its
 * programming interface does not.
 */
import { cruise } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTypeScriptConfig from "dependency-cruiser/config-utl/extract-ts-config";

const folders = ["app", "components", "engine", "workers", "content", "tests"];

const { output } = await cruise(
  folders,
  await extractOptions("./.dependency-cruiser.mjs"),
  undefined,
  { tsConfig: extractTypeScriptConfig("tsconfig.json") },
);
if (typeof output === "string") throw new TypeError("expected a report as data");

const { violations, totalCruised } = output.summary;
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(`${totalCruised} modules, ${violations.length} violations`);

// A parser that does not know TypeScript would find next to nothing, and nothing wrong with it.
if (violations.length > 0 || totalCruised < 200) process.exitCode = 1;
