import { expect, test } from "vitest";
import { example } from "@/app/docs/speed/example";
import { promised, run } from "./support/example";
import { typeErrors } from "./support/type-check";

const shown = { title: "speed", code: example };

test("the example on the page on speed prints what its comments say", () => {
  expect(run(shown)).toEqual(promised(shown));
});

test("it type-checks under the project's strict options", { timeout: 30_000 }, () => {
  expect(typeErrors([shown])).toEqual([]);
});
