import { describe, expect, test } from "vitest";
import { example as graph } from "@/app/docs/graph/example";
import { parts } from "@/app/docs/graph/parts";
import { example as speed } from "@/app/docs/speed/example";
import * as graphDoor from "@/engine/graph";
import { promised, run } from "./support/example";
import { typeErrors } from "./support/type-check";

const examples = [
  { title: "speed", code: speed },
  { title: "graph", code: graph },
];

describe.each(examples)("the example on the page on $title", (example) => {
  test("prints what its comments say", () => {
    expect(run(example)).toEqual(promised(example));
  });
});

test("they type-check under the project's strict options", { timeout: 30_000 }, () => {
  expect(typeErrors(examples)).toEqual([]);
});

test("the page on the graph tells of everything that its door gives", () => {
  expect(parts.map(({ name }) => name).sort()).toEqual(Object.keys(graphDoor).sort());
});
