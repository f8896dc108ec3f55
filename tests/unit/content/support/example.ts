import { compileFunction } from "node:vm";
import { format } from "node:util";
import ts from "typescript";
import * as engine from "@/engine";
import * as graph from "@/engine/graph";

/** What an example may import. */
const modules: ReadonlyMap<string, object> = new Map<string, object>([
  ["@/engine", engine],
  ["@/engine/graph", graph],
]);
const moduleNames = [...modules.keys()].map((name) => `"${name}"`).join(" or ");

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
    [beginsWithImport(code), `it must begin with what it imports from ${moduleNames}`],
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

const beginsWithImport = (code: string): boolean => {
  const [, name = ""] = /^import \{ .+ \} from "(.+)";\n/.exec(code) ?? [];
  return modules.has(name);
};

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
    const found = modules.get(name);
    if (found !== undefined) return found;
    throw new Error(`an example may import ${moduleNames} only, not "${name}"`);
  };
  const parameters = ["require", "exports", "console"];
  const main = compileFunction(outputText, parameters, { filename: title }) as ExampleMain;
  main(load, {}, { log });
  return printed;
}
