import { test } from "@playwright/test";
import { hasFigure, allPages, figurePages, titleOf } from "../support/pages";
import { expectAccessible } from "../support/axe";
import { figureReady } from "../support/site";

// Embeds are looked at by their specimens.
for (const address of allPages.filter((page) => !page.startsWith("embed/"))) {
  test(`Axe finds nothing on ${titleOf(address)}.`, async ({ page }) => {
    await page.goto(address);
    const argument = address.replace("docs/arguments/", "");
    if (figurePages.includes(address) || hasFigure(argument)) await figureReady(page);
    await expectAccessible(page);
  });
}
