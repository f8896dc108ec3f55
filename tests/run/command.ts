import { spawn, type StdioOptions } from "node:child_process";

export interface Ended {
  readonly exitCode: number;
  readonly seconds: number;
  /** Empty when the output went straight to the terminal. */
  readonly output: string;
}

function start(command: string, stdio: StdioOptions): Promise<Ended> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio });
    const chunks: Buffer[] = [];
    const end = (exitCode: number, note = ""): void => {
      const output = Buffer.concat(chunks).toString() + note;
      resolve({ exitCode, output, seconds: (performance.now() - began) / 1000 });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
    }
    child.on("error", (error) => end(1, error.message));
    // A process that was killed has no exit code.
    child.on("close", (exitCode) => end(exitCode ?? 1));
  });
}

/** Runs a command whose output is wanted as it comes. */
export const stream = (command: string): Promise<Ended> =>
  start(command, ["ignore", "inherit", "inherit"]);

/** Runs a command whose output would mix with that of another. */
export const capture = (command: string): Promise<Ended> =>
  start(command, ["ignore", "pipe", "pipe"]);
