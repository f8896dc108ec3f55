import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { pageScreenshots, specimenScreenshots } from "../support/screenshots";

const folder = "tests/visual/__screenshots__";

test("Every screenshot that is kept belongs to a test.", () => {
  const kept = existsSync(folder) ? readdirSync(folder) : [];
  const wanted = new Set([...specimenScreenshots, ...pageScreenshots].map(({ file }) => file));
  expect(kept.filter((file) => !wanted.has(file))).toEqual([]);
});
