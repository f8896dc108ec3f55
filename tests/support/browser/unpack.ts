import { execFile } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const packageFile = path.resolve(
  createRequire(import.meta.url).resolve("@sparticuz/chromium"),
  "../../../package.json",
);
const inflater = fileURLToPath(new URL("inflate.mjs", import.meta.url));

/** Cleaners of temporary folders delete single files, so one file does not vouch for the others. */
const parts = [
  "chromium",
  "libEGL.so",
  "libGLESv2.so",
  "libvk_swiftshader.so",
  "libvulkan.so.1",
  "vk_swiftshader_icd.json",
  "fonts/fonts/Open_Sans/OpenSans-Regular.ttf",
  "al2023/lib/libnss3.so",
  "fonts.conf",
];

/** Only the fonts of the package: text looks the same whatever the system has installed. */
const fontConfig = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(home, "fonts")}</dir>
  <cachedir>${path.join(home, "font-cache")}</cachedir>
</fontconfig>
`;

const isComplete = (home: string): boolean =>
  parts.every((part) => existsSync(path.join(home, part))) &&
  statSync(home).uid === process.getuid?.();

async function fill(staging: string, home: string): Promise<void> {
  await run(process.execPath, [inflater], {
    env: { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" },
  });
  await writeFile(path.join(staging, "fonts.conf"), fontConfig(home));
}

/** A rename shows the folder complete or not at all; who comes second keeps what is there. */
async function publish(staging: string, home: string): Promise<void> {
  try {
    await rename(staging, home);
  } catch {
    if (isComplete(home)) return;
    await rm(home, { recursive: true, force: true });
    await rename(staging, home);
  }
}

/** Unpacks the browser of the installed package once; returns the folder it is in. */
export async function unpack(): Promise<string> {
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const home = path.join(tmpdir(), `batch-norm-lab-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (isComplete(home)) return home;
  const staging = await mkdtemp(`${home}-`);
  try {
    await fill(staging, home);
    await publish(staging, home);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return home;
}
