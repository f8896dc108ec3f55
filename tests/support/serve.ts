import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const site = path.resolve("out");
const basePath = process.env["BASE_PATH"] ?? "";

/** Puts the site where its base path says, and its error page where `serve` looks for it. */
function mountSite(folder: string): void {
  const place = path.join(folder, basePath);
  mkdirSync(path.dirname(place), { recursive: true });
  symlinkSync(site, place, "junction");
  copyFileSync(path.join(site, "404.html"), path.join(folder, "404.html"));
}

function configure(folder: string): void {
  const redirects = [{ source: "/", destination: basePath, type: 302 }];
  const place = basePath === "" ? { public: site } : { redirects };
  const config = { directoryListing: false, ...place };
  writeFileSync(path.join(folder, "serve.json"), JSON.stringify(config));
}

async function serve(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "batch-norm-lab-serve-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  configure(folder);
  if (basePath !== "") {
    mountSite(folder);
    console.log(`The site is at ${basePath}.`);
  }
  process.env["NO_UPDATE_CHECK"] = "1";
  process.argv.splice(2, Infinity, folder, "--no-clipboard", "--no-request-logging");
  await import("serve/build/main.js");
}

if (existsSync(path.join(site, "index.html"))) {
  await serve();
} else {
  console.error("There is no site in out/. Build it with: npm run build");
  process.exitCode = 1;
}
