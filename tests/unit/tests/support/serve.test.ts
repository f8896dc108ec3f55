import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const loader = pathToFileURL(path.resolve("node_modules/tsx/dist/loader.mjs")).href;
const program = path.resolve("tests/support/serve.ts");

// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

let folder = "";
let server: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "batch-norm-lab-site-"));
});
afterEach(async () => {
  if (server?.kill() === true) await once(server, "exit");
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function site(): void {
  mkdirSync(path.join(folder, "out", "guide"), { recursive: true });
  for (const page of ["index", "guide", "404"]) {
    writeFileSync(path.join(folder, "out", `${page}.html`), `the ${page} page`);
  }
}

/** Starts the server and returns all that it prints until `until` is printed or it ends. */
async function start(basePath: string, until: RegExp): Promise<string> {
  const env = { ...process.env, BASE_PATH: basePath, PORT: "0", NO_COLOR: "1" };
  const child = spawn(process.execPath, ["--import", loader, program], { cwd: folder, env });
  server = child;
  let printed = "";
  const stopped = once(child, "close");
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text: Buffer) => {
        printed += text.toString();
        if (until.test(printed)) resolve();
      });
    }
  });
  await Promise.race([ready, stopped]);
  return printed;
}

const origin = /http:\/\/localhost:\d+/;

async function get(address: string): Promise<string> {
  const response = await fetch(address, { redirect: "manual" });
  return `${response.status} ${response.headers.get("location") ?? (await response.text())}`;
}

test("pages are served without .html, and the error page for the others", async () => {
  site();
  const home = origin.exec(await start("", origin))?.[0] ?? "";
  expect(await get(`${home}/`)).toBe("200 the index page");
  expect(await get(`${home}/guide`)).toBe("200 the guide page");
  expect(await get(`${home}/nowhere`)).toBe("404 the 404 page");
});

test("a site with a base path is served under it", async () => {
  site();
  const printed = await start("/labs/norm", origin);
  const home = origin.exec(printed)?.[0] ?? "";
  expect(printed).toContain("The site is at /labs/norm.");
  expect(await get(`${home}/`)).toBe("302 /labs/norm");
  expect(await get(`${home}/labs/norm`)).toBe("200 the index page");
  expect(await get(`${home}/labs/norm/guide`)).toBe("200 the guide page");
  expect(await get(`${home}/labs/norm/guide.html`)).toBe("301 /labs/norm/guide");
  expect(await get(`${home}/labs/norm/nowhere`)).toBe("404 the 404 page");
  expect(await get(`${home}/guide`)).toBe("404 the 404 page");
});

test("without a site it says how to build one, and fails", async () => {
  expect(await start("", origin)).toContain("npm run build");
  expect(server?.exitCode).toBe(1);
});
