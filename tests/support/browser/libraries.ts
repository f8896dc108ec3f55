import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

async function complaint(browser: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    await run(browser, ["--version"], { env });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The package brings libnss3, libnspr4 and libexpat for systems that lack one of them. */
export async function libraryEnv(home: string): Promise<Record<string, string>> {
  const browser = path.join(home, "chromium");
  const alone = await complaint(browser, process.env);
  if (alone === undefined) return {};

  const inherited = process.env["LD_LIBRARY_PATH"];
  const folders = [path.join(home, "al2023", "lib"), ...(inherited ? [inherited] : [])];
  const env = { LD_LIBRARY_PATH: folders.join(":") };
  const helped = await complaint(browser, { ...process.env, ...env });
  if (helped === undefined) return env;

  throw new Error(
    `The test browser does not start: ${alone}\n` +
      `With the libraries that it brings along: ${helped}\n` +
      "It needs Linux with glibc 2.34 or newer, or libnss3, libnspr4 and libexpat1 installed.",
  );
}
