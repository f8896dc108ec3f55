import { expect, test } from "@playwright/test";
import { basePath, siteUnderBasePath, type Site } from "../support/base-path";
import { control, expectLink, figureReady, openFigure } from "../support/site";
import { expectNumbers, wine } from "../support/tables";

test.describe("under a base path", () => {
  let site: Site | undefined;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    site = await siteUnderBasePath();
  });
  test.afterAll(async () => {
    await site?.close();
  });

  test("The site works, and everything it asks for lies below its base path.", async ({ page }) => {
    const { home } = site!;
    const strays: string[] = [];
    const failures: string[] = [];
    page.on("response", (response) => {
      if (!response.url().startsWith(home.slice(0, -1))) strays.push(response.url());
      if (response.status() >= 400) failures.push(response.url());
    });

    await openFigure(page, home);
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Playground" })
      .click();
    await expect(page).toHaveURL(`${home}playground`);
    await figureReady(page);
    await control(page, "momentum").fill("0.5");
    await expectLink(page, { momentum: "0.5" });
    await expectNumbers(page, { table: wine(), layer: { momentum: 0.5 } });

    await page.reload();
    await expectNumbers(page, { table: wine(), layer: { momentum: 0.5 } });
    await control(page, "data").selectOption("penguins");
    await figureReady(page);
    const download = page.getByRole("main").getByRole("link", { name: "CSV" });
    await expect(download.first()).toHaveAttribute("href", `${basePath}/data/wine.csv`);

    await page.getByRole("link", { name: "About momentum" }).click();
    await expect(page).toHaveURL(`${home}docs/arguments/momentum`);
    await expect(page).toHaveTitle("momentum · Batch Norm Lab");
    const sidebar = page.getByRole("navigation", { name: "Reference" });
    await expect(sidebar.locator("[aria-current=page]")).toHaveText("momentum");

    await openFigure(page, `${home}embed/batch-vs-moving?momentum=0.5`);
    await expectNumbers(page, { table: wine(), layer: { momentum: 0.5 } });
    expect(strays).toEqual([]);
    expect(failures).toEqual([]);
  });
});
