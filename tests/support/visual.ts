import { test as base, type Page } from "@playwright/test";
import { isBundled } from "./browser";

const elsewhere = `Screenshots are compared on Linux x64 only; this is ${process.platform} ${process.arch}.`;

/** Playwright's `test`, skipped where another browser than the one of the screenshots would draw. */
export const test = base.extend<{ samePixels: boolean }>({
  samePixels: [
    // Playwright reads the fixtures that this one needs from the pattern.
    async ({}, provide, info) => {
      info.skip(!isBundled, elsewhere);
      await provide(true);
    },
    { auto: true },
  ],
});

/** Waits until every font that the page asks for is there and is drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(async () => {
    const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
    // A font that arrives can change the layout, and then ask for another font.
    do {
      await document.fonts.ready;
      await nextFrame();
      await nextFrame();
    } while (document.fonts.status === "loading");
  });
}
