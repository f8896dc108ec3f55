import path from "node:path";
import type { LaunchOptions } from "@playwright/test";
import { libraryEnv } from "./browser/libraries";
import { unpack } from "./browser/unpack";

/** Where the browser comes from npm. Elsewhere it is the one of `npx playwright install chromium`. */
export const isBundled = process.platform === "linux" && process.arch === "x64";

const handOver = "TEST_BROWSER";

const args = [
  "--no-sandbox",
  "--headless=shell",
  // Nothing here needs WebGL, and emulating a graphics card would take most of every frame.
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The same pixels on every processor, and without the settings of a desktop. */
const sameRendering = [
  "--disable-font-subpixel-positioning",
  "--disable-lcd-text",
  "--disable-partial-raster",
  "--disable-skia-runtime-opts",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
];

/** Unpacks the browser if need be and leaves its place to the processes started from here. */
export async function prepareBrowser(): Promise<LaunchOptions> {
  const place: LaunchOptions = {};
  if (isBundled) {
    const home = await unpack();
    place.executablePath = path.join(home, "chromium");
    place.env = { ...(await libraryEnv(home)), FONTCONFIG_FILE: path.join(home, "fonts.conf") };
  }
  process.env[handOver] = JSON.stringify(place);
  return launchOptions();
}

/** How to start the browser that `prepareBrowser` has prepared here or in a parent process. */
export function launchOptions(): LaunchOptions {
  const place = JSON.parse(process.env[handOver] ?? "{}") as LaunchOptions;
  return {
    ...place,
    args: [...args, ...sameRendering],
    env: { ...process.env, ...place.env },
  };
}
