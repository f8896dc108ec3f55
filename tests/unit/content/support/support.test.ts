import { describe, expect, test } from "vitest";
import { formErrors, run } from "./example";
import { compileMdx } from "./mdx";
import { typeErrors } from "./type-check";

const firstLine = `import { BatchNormalization, tensor } from "@/engine";`;

const example = (...lines: readonly string[]) => ({
  title: "sample",
  code: [firstLine, ...lines].join("\n"),
});

describe("compileMdx", () => {
  test("reports a formula that KaTeX cannot read", async () => {
    const { messages } = await compileMdx("$\\frac{1}$");
    expect(messages).toEqual([
      expect.stringContaining("Could not render math with KaTeX: ParseError"),
    ]);
  });
  test("reports a formula that KaTeX reads only when it is lenient", async () => {
    const { messages } = await compileMdx("$é$");
    expect(messages).toEqual([expect.stringContaining("LaTeX-incompatible input")]);
  });
  test("reads headings, links, fences, comments, tags and statements", async () => {
    const source = [
      'import A from "./a.mdx";',
      "## On `x`",
      "[a](/docs#b) <Lead>c</Lead>",
      "```ts run\n1;\n```",
      "{/* omitted: Pitfalls */}",
    ].join("\n\n");
    expect(await compileMdx(source)).toMatchObject({
      messages: [],
      headings: [{ depth: 2, text: "On x" }],
      headingIds: ["on-x"],
      links: ["/docs#b"],
      fences: [{ info: "ts run", code: "1;" }],
      comments: ["omitted: Pitfalls"],
      tags: ["Lead"],
      statements: ['import A from "./a.mdx";'],
    });
  });
});

describe("formErrors", () => {
  test("finds nothing in an example as it should be", () => {
    expect(formErrors(example("console.log(1);", "// => 1"))).toEqual([]);
  });
  test("finds another first line", () => {
    expect(formErrors({ title: "", code: "console.log(1);\n// => 1" })).toEqual([
      'it must begin with what it imports from "@/engine" or "@/engine/graph"',
    ]);
  });
  test("finds a print without its text, wherever it stands", () => {
    expect(formErrors(example("console.log(1);", "console.log(2);", "// => 2"))).toEqual([
      "one promised line must follow each console.log",
      "what this prints must follow it: console.log(1);",
    ]);
  });
  test("finds a print inside a loop", () => {
    const loop = "for (const a of [1]) console.log(a);";
    expect(formErrors(example(loop, "console.log(1);", "// => 1"))).toEqual([
      "console.log must be a statement of its own, at the top level",
    ]);
  });
  test("finds an example that prints nothing", () => {
    expect(formErrors(example("new BatchNormalization();"))).toEqual([
      "it must print something",
      "it must end with what it prints",
    ]);
  });
});

describe("run", () => {
  test("returns what is printed, as Node prints it", () => {
    expect(run(example('console.log("a", [1, 2]);', 'console.log("b\\nc");'))).toEqual([
      "a [ 1, 2 ]",
      "b",
      "c",
    ]);
  });
  test("knows the graph beside the engine", () => {
    const lines = ['import { Graph } from "@/engine/graph";', "console.log(typeof Graph);"];
    expect(run({ title: "sample", code: lines.join("\n") })).toEqual(["function"]);
  });
  test("refuses any other import", () => {
    const foreign = { title: "sample", code: 'import { x } from "node:fs";\nconsole.log(x);' };
    expect(() => run(foreign)).toThrow(
      'an example may import "@/engine" or "@/engine/graph" only, not "node:fs"',
    );
  });
});

describe("typeErrors", () => {
  test("finds what strict TypeScript refuses", { timeout: 30_000 }, () => {
    const wrong = example(
      'new BatchNormalization({ axis: "last" });',
      "tensor([1]).data[0].toFixed();",
    );
    expect(typeErrors([wrong])).toEqual([
      expect.stringContaining(
        "Type 'string' is not assignable to type 'number | readonly number[] | undefined'",
      ),
      expect.stringContaining("Object is possibly 'undefined'"),
    ]);
  });
});
