import { compileFunction } from "node:vm";
import { format } from "node:util";
import ts from "typescript";
import * as engine from "@/engine";

export const firstLine = `import { BatchNormalization, tensor } from "@/engine";`;
const printedMark = "// => ";

export interface Example {
  readonly title: string;
  readonly code: string;
}

/** The lines that an example's comments say it prints. */
export const promised = ({ code }: Example): readonly string[] =>
  code
    .split("\n")
    .filter((line) => line.startsWith(printedMark))
    .map((line) => line.slice(printedMark.length));

/** Where an example does not have the form of one, in words. */
export function formErrors(example: Example): readonly string[] {
  const { code } = example;
  const prints = printsOf(code);
  const unexplained = prints.filter(({ after }) => !after.startsWith(`\n${printedMark}`));
  const rules: readonly (readonly [holds: boolean, rule: string])[] = [
    [code.startsWith(`${firstLine}\n`), `it must begin with ${firstLine}`],
    [prints.length > 0, "it must print something"],
    [
      code.split("console.log").length - 1 === prints.length,
      "console.log must be a statement of its own, at the top level",
    ],
    [promised(example).length === prints.length, "one promised line must follow each console.log"],
    [code.split("\n").at(-1)?.startsWith(printedMark) ?? false, "it must end with what it prints"],
  ];
  return [
    ...rules.flatMap(([holds, rule]) => (holds ? [] : [rule])),
    ...unexplained.map(({ text }) => `what this prints must follow it: ${text}`),
  ];
}

/** The top-level `console.log(…);` of an example, each with the text that comes after it. */
function printsOf(code: string): readonly { readonly text: string; readonly after: string }[] {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ESNext);
  return source.statements
    .map((statement) => ({
      text: code.slice(statement.getStart(source), statement.end),
      after: code.slice(statement.end),
    }))
    .filter(({ text }) => text.startsWith("console.log("));
}

type ExampleMain = (
  require: (name: string) => unknown,
  exports: object,
  console: { readonly log: (...values: unknown[]) => void },
) => void;

/** Runs an example against the real engine; returns what it prints, line by line. */
export function run({ code, title }: Example): readonly string[] {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const printed: string[] = [];
  const log = (...values: unknown[]): void => {
    printed.push(...format(...values).split("\n"));
  };
  const load = (name: string): unknown => {
    if (name === "@/engine") return engine;
    throw new Error(`an example may import "@/engine" only, not "${name}"`);
  };
  const parameters = ["require", "exports", "console"];
  const main = compileFunction(outputText, parameters, { filename: title }) as ExampleMain;
  main(load, {}, { log });
  return printed;
}
