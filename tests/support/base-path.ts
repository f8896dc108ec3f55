import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const basePath = "/lab";

/** The folder of the second build, beside the first. */
const distDir = ".next-base-path";
const next = path.resolve("node_modules/next/dist/bin/next");
const loader = pathToFileURL(path.resolve("node_modules/tsx/dist/loader.mjs")).href;
const server = path.resolve("tests/support/serve.ts");

/** Everything that a process prints until it ends or `until` is printed. */
async function printed(child: ChildProcess, until?: RegExp): Promise<string> {
  let text = "";
  const ended = once(child, "close");
  const said = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        if (until?.test(text) === true) resolve();
      });
    }
  });
  await Promise.race([ended, said]);
  return text;
}

/** Builds the site for the base path. It takes about half a minute. */
async function build(): Promise<void> {
  const env = {
    ...process.env,
    BASE_PATH: basePath,
    DIST_DIR: distDir,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const child = spawn(process.execPath, [next, "build"], { env });
  const output = await printed(child);
  if (child.exitCode !== 0) throw new Error(`The site does not build for a base path:\n${output}`);
}

export interface Site {
  /** Ends in a slash. */
  readonly home: string;
  readonly close: () => Promise<void>;
}

/** Builds the site for the base path and serves it there. */
export async function siteUnderBasePath(): Promise<Site> {
  await build();
  const folder = mkdtempSync(path.join(tmpdir(), "batch-norm-lab-base-path-"));
  symlinkSync(path.resolve(distDir), path.join(folder, "out"), "junction");
  const env = { ...process.env, BASE_PATH: basePath, PORT: "0", NO_COLOR: "1" };
  const child = spawn(process.execPath, ["--import", loader, server], { cwd: folder, env });
  const output = await printed(child, /http:\/\/localhost:\d+/);
  const origin = /http:\/\/localhost:\d+/.exec(output)?.[0];
  if (origin === undefined) throw new Error(`The site is not served:\n${output}`);
  return {
    home: `${origin}${basePath}/`,
    close: async () => {
      if (child.kill()) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
