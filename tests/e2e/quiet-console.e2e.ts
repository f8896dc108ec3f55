import { expect, test } from "@playwright/test";
import { figurePages, titleOf } from "../support/pages";
import { openFigure } from "../support/site";

// The browser's markup must be the server's to the letter: what it has to repair it tells in the console.
for (const address of figurePages) {
  test(`${titleOf(address)} wakes without a word in the console.`, async ({ page }) => {
    const said: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) said.push(message.text());
    });
    page.on("pageerror", ({ message }) => said.push(message));
    await openFigure(page, address);
    expect(said).toEqual([]);
  });
}
