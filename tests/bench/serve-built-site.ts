import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const port = process.env["BENCH_PORT"] ?? "4174";

/** Builds the site if need be and serves it until closed. */
export async function serveBuiltSite(): Promise<{ readonly url: string; close(): void }> {
  if (!existsSync("out/index.html"))
    spawnSync("npm", ["run", "build"], { stdio: "inherit", shell: true });
  const server = spawn(process.execPath, ["--import", "tsx", "tests/support/serve.ts"], {
    env: { ...process.env, PORT: port },
    stdio: "ignore",
  });
  const url = `http://localhost:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return { url, close: () => server.kill() };
    await wait(100);
  }
  server.kill();
  throw new Error(`the site did not answer at ${url}`);
}
