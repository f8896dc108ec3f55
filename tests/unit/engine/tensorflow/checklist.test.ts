import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checklist } from "./checklist";
import { leftOut, notPorted } from "./not-ported";

const folder = new URL(".", import.meta.url);

const sources = readdirSync(folder)
  .filter((file) => file.endsWith(".test.ts") && file !== "checklist.test.ts")
  .map((file) => readFileSync(new URL(file, folder), "utf8"));

/** Titles as they stand in the files, and the names that tables put in their place. */
const titles = sources.flatMap((source) => [
  ...[...source.matchAll(/(?:\b(?:it|describe)|\))\(\s*(["`])(.*?)\1/gs)].map(
    ([, , title]) => title!,
  ),
  ...[...source.matchAll(/\btest: "([^"]*)"/g)].map(([, name]) => name!),
]);

/** A title starts with the name of the test that it is about. */
const isAbout = (title: string, name: string): boolean =>
  title.startsWith(name) && !/^\w/.test(title.slice(name.length));

const hasTitle = (name: string): boolean => titles.some((title) => isAbout(title, name));

describe("the checklist of TensorFlow's tests", () => {
  it("names no test twice", () => {
    expect(checklist.length).toBe(148);
    expect(new Set(checklist).size).toBe(checklist.length);
  });

  it.each(checklist)("%s is a title in this folder, or there is a reason why not", (name) => {
    expect(hasTitle(name)).toBe(!Object.hasOwn(notPorted, name));
  });

  it.each(Object.entries({ ...notPorted, ...leftOut }))("has a reason for %s", (name, reason) => {
    expect(checklist).toContain(name);
    expect(reason.length).toBeGreaterThan(40);
  });

  it("leaves nothing out of a test that is not ported at all", () => {
    expect(Object.keys(leftOut).filter((name) => Object.hasOwn(notPorted, name))).toEqual([]);
  });

  it("names every title that starts like a test of TensorFlow", () => {
    const strange = titles.filter(
      (title) => /^(test|C\+\+)/.test(title) && !checklist.some((name) => isAbout(title, name)),
    );
    expect(strange).toEqual([]);
  });
});
