import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { openFigure } from "../support/site";
import { computedNumbers, expectNumbers, openTables, wine } from "../support/tables";

const link = "playground?momentum=0.5&step=20";
const run = { table: wine(), layer: { momentum: 0.5 }, step: 20 };

/** What a button saves: the name of the file and what is in it. */
async function saved(
  page: Page,
  press: () => Promise<void>,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test("The saved tables hold the engine's numbers with all their digits.", async ({ page }) => {
  await openFigure(page, link);
  await openTables(page);
  const { statistics, outputs } = computedNumbers(run);
  for (const [at, name, header, rows] of [
    [
      0,
      "batch-vs-moving-alcohol.csv",
      'step,batch mean,moving mean,population mean,batch variance,moving variance,population variance,"moving variance, if fused"',
      statistics,
    ],
    [
      1,
      "batch-vs-moving-alcohol-step-20.csv",
      "example,input,training output,inference output,label",
      outputs,
    ],
  ] as const) {
    const button = page.getByRole("button", { name: "Save as CSV" }).nth(at);
    const file = await saved(page, () => button.click());
    expect(file.name).toBe(name);
    const lines = rows.map((cells) => cells.map((cell) => (cell === "–" ? "" : cell)).join(","));
    expect(file.content.toString().split("\r\n")).toEqual([header, ...lines]);
  }
});

test("The saved pictures are drawn without the page's fonts and styles.", async ({ page }) => {
  await openFigure(page, link);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const svg = await saved(page, () => button("SVG").click());
  expect(svg.name).toBe("batch-vs-moving-alcohol.svg");
  const text = svg.content.toString();
  expect(text).toContain("Outputs of step 20");
  expect(text).toContain("@font-face");
  expect(text).not.toContain("var(--");
  expect(text).not.toMatch(/url\((?!data:)/);

  const png = await saved(page, () => button("PNG").click());
  expect(png.name).toBe("batch-vs-moving-alcohol.png");
  const [width, height] = [png.content.readUInt32BE(16), png.content.readUInt32BE(20)];
  expect(width).toBeGreaterThan(800);
  expect(height).toBeGreaterThan(400);
});

test("The copied link and the copied embed code show the same figure.", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openFigure(page, link);
  const copied = async (what: string): Promise<string> => {
    await page.getByRole("button", { name: `Copy ${what.toLowerCase()}`, exact: true }).click();
    await expect(page.getByText(`${what} copied.`)).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied("Link")).toBe(`${baseURL!}${link}`);
  const code = await copied("Embed code");

  const other = await context.newPage();
  await other.setContent(code);
  const source = await other.locator("iframe").getAttribute("src");
  expect(source).toBe(`${baseURL!}embed/batch-vs-moving?momentum=0.5&step=20`);
  await openFigure(other, source!);
  await expectNumbers(other, run);
});
