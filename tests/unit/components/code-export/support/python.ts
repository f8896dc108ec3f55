import { spawnSync } from "node:child_process";

/** A program and the files that lie beside it. */
export interface Program {
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** What a program left in its variables: numbers in row-major order, by name. */
export type Variables = Readonly<Record<string, readonly number[]>>;

export interface Outcome {
  readonly variables: Variables;
  readonly printed: string;
  /** How the program ended itself; null for one that ran to its end. */
  readonly exit: string | null;
}

/** Runs each program in a folder and with variables of its own, warnings being errors of none. */
const driver = `
import contextlib, io, json, os, sys, tempfile
import numpy as np

outcomes = []
for given in json.load(sys.stdin):
    printed, variables, exit_text = io.StringIO(), {}, None
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(printed):
        os.chdir(folder)
        for name, content in given.get("files", {}).items():
            with open(name, "w") as file:
                file.write(content)
        try:
            with np.errstate(all="ignore"):
                exec(compile(given["text"], "program", "exec"), variables)
        except SystemExit as ended:
            exit_text = str(ended)
        os.chdir("/")
    kept = {
        name: [repr(float(number)) for number in np.ravel(value)]
        for name, value in variables.items()
        if isinstance(value, (np.ndarray, np.floating))
    }
    outcomes.append({"variables": kept, "printed": printed.getvalue(), "exit": exit_text})
json.dump(outcomes, sys.stdout)
`;

const names: Readonly<Record<string, number>> = { inf: Infinity, "-inf": -Infinity, nan: NaN };

const ran = (code: string, input: string) =>
  spawnSync("python3", ["-c", code], { input, encoding: "utf8", maxBuffer: 2 ** 28 });

/** Why programs cannot be run on this machine, or null where they can. */
export function missingPython(): string | null {
  const { error, status } = ran("import numpy", "");
  if (error !== undefined) return "this machine has no python3";
  return status === 0 ? null : "the python3 of this machine has no NumPy";
}

/** Runs programs one after the other. Throws with Python's own words for one that fails. */
export function runPrograms(programs: readonly Program[]): readonly Outcome[] {
  const { status, stdout, stderr } = ran(driver, JSON.stringify(programs));
  if (status !== 0) throw new Error(stderr);
  type Raw = Omit<Outcome, "variables"> & {
    readonly variables: Readonly<Record<string, readonly string[]>>;
  };
  return (JSON.parse(stdout) as readonly Raw[]).map((outcome) => ({
    ...outcome,
    variables: Object.fromEntries(
      Object.entries(outcome.variables).map(([name, numbers]) => [
        name,
        numbers.map((number) => names[number] ?? Number(number)),
      ]),
    ),
  }));
}

/** Whether Python can read a text as a program; null, or what it says is wrong. */
export function syntaxErrors(texts: readonly string[]): readonly (string | null)[] {
  const code = `
import ast, json, sys

def error_of(text):
    try:
        ast.parse(text)
    except SyntaxError as error:
        return f"{error}: {error.text}"

json.dump([error_of(text) for text in json.load(sys.stdin)], sys.stdout)
`;
  const { status, stdout, stderr } = ran(code, JSON.stringify(texts));
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly (string | null)[];
}
