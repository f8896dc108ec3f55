import { describe, expect, test } from "vitest";
import { formErrors, promised, run } from "./support/example";
import type { Example } from "./support/example";
import { compileMdx } from "./support/mdx";
import { partOf, referencePages } from "./support/pages";
import { typeErrors } from "./support/type-check";

const fences = await Promise.all(
  referencePages.map(async (page) => ({
    title: page.title,
    fences: (await compileMdx(partOf(page, "prose.mdx"))).fences,
  })),
);
const examples: readonly Example[] = fences.flatMap(({ title, fences }) =>
  fences
    .filter(({ info }) => info === "ts run")
    .map(({ code }, index) => ({ title: `${title} ${index + 1}`, code })),
);

describe("the examples of the reference pages", () => {
  test.each(fences)("$title has one at least, and no TypeScript that is not run", ({ fences }) => {
    const typeScript = fences.map(({ info }) => info).filter((info) => /^(ts|js)/.test(info));
    expect(typeScript).not.toEqual([]);
    expect(new Set(typeScript)).toEqual(new Set(["ts run"]));
  });

  test.each(examples)("$title has the form of an example", (example) => {
    expect(formErrors(example)).toEqual([]);
  });

  test.each(examples)("$title prints what its comments say", (example) => {
    expect(run(example)).toEqual(promised(example));
  });

  test("type-check under the project's strict options", { timeout: 30_000 }, () => {
    expect(typeErrors(examples)).toEqual([]);
  });
});
