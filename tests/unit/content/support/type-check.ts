import ts from "typescript";
import type { Example } from "./example";
import { projectRoot } from "./pages";

/** Type-checks examples as modules of this project, under its own strict options. */
export function typeErrors(examples: readonly Example[]): readonly string[] {
  const { config } = ts.readConfigFile(`${projectRoot}tsconfig.json`, (path) =>
    ts.sys.readFile(path),
  ) as {
    readonly config: { readonly compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, incremental: false, types: [], plugins: [] },
    projectRoot,
  );
  const sources = new Map(
    examples.map(({ title, code }) => [`${projectRoot}content/example: ${title}.ts`, code]),
  );
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.readFile = (path) => sources.get(path) ?? readFile(path);
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const source = sources.get(path);
    return source === undefined
      ? getSourceFile(path, ...rest)
      : ts.createSourceFile(path, source, ts.ScriptTarget.ES2023);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}
