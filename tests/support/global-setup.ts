import { prepareBrowser } from "./browser";

async function prepare(): Promise<void> {
  await prepareBrowser();
}

// Playwright calls the default export.
export { prepare as default };
