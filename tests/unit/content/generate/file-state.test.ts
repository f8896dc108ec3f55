import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { problemsBelow, writeBelow } from "@/content/generate/file-state";

const files = [
  { path: "arguments/axis/page.generated.mdx", content: "axis\n" },
  { path: "arguments/scale/page.generated.mdx", content: "scale\n" },
  { path: "navigation.json", content: "[]\n" },
];

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "generated-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const add = (path: string, content: string): void => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), content);
};

describe("problemsBelow", () => {
  test("finds every file missing in an empty folder, and writes none", () => {
    expect(problemsBelow(root, files)).toEqual(
      files.map(({ path }) => ({ kind: "missing", path })),
    );
    expect(readdirSync(root)).toEqual([]);
  });

  test("finds nothing where everything was just written", () => {
    writeBelow(root, files);
    expect(problemsBelow(root, files)).toEqual([]);
  });

  test("finds a file that differs, and leaves it", () => {
    writeBelow(root, files);
    add("navigation.json", "[ ]\n");
    expect(problemsBelow(root, files)).toEqual([{ kind: "differs", path: "navigation.json" }]);
    expect(readFileSync(join(root, "navigation.json"), "utf8")).toBe("[ ]\n");
  });

  test("finds a folder without a subject, once, whatever it holds", () => {
    writeBelow(root, files);
    add("arguments/renorm/prose.mdx", "");
    add("arguments/fused/page.generated.mdx", "");
    expect(problemsBelow(root, files)).toEqual([
      { kind: "no subject", path: "arguments/fused" },
      { kind: "no subject", path: "arguments/renorm" },
    ]);
  });

  test("finds a generated file that no generator writes", () => {
    writeBelow(root, files);
    add("arguments/axis/facts.generated.json", "{}");
    add("posters/old.generated.mdx", "");
    expect(problemsBelow(root, files)).toEqual([
      { kind: "no subject", path: "arguments/axis/facts.generated.json" },
      { kind: "no subject", path: "posters/old.generated.mdx" },
    ]);
  });

  test("leaves authored files alone", () => {
    writeBelow(root, files);
    add("arguments/axis/prose.mdx", "");
    add("lessons/first/page.mdx", "");
    expect(problemsBelow(root, files)).toEqual([]);
  });
});

describe("writeBelow", () => {
  test("writes what is missing or differs, says what, and then has nothing to do", () => {
    add("navigation.json", "[ ]\n");
    expect(writeBelow(root, files)).toEqual(files.map(({ path }) => path));
    for (const { path, content } of files) {
      expect(readFileSync(join(root, path), "utf8")).toBe(content);
    }
    expect(writeBelow(root, files)).toEqual([]);
  });

  test("does not remove what has no subject", () => {
    add("arguments/renorm/prose.mdx", "words");
    writeBelow(root, files);
    expect(readFileSync(join(root, "arguments/renorm/prose.mdx"), "utf8")).toBe("words");
  });
});
