import { cruise } from "dependency-cruiser";
import { expect, test } from "vitest";

// With a version of TypeScript that it does not know, dependency-cruiser looks at no .ts file,
// finds nothing to complain about, and passes.
test("the dependency rules are applied to TypeScript files", async () => {
  const { output } = await cruise(["tests/run"], { doNotFollow: { path: "node_modules" } });
  const modules = typeof output === "string" ? [] : output.modules;
  const start = modules.find(({ source }) => source === "tests/run/index.ts");
  const targets = start?.dependencies.map(({ resolved }) => resolved) ?? [];
  expect(targets).toContain("tests/run/run.ts");
});
