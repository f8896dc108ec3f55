import { expect, test, type Locator, type Page } from "@playwright/test";
import { widgetList } from "@/components/widgets/registry";
import { dialog, dialogButton } from "../support/own-table";
import { control, expectLink, figure, openFigure, place, sentence } from "../support/site";

const focused = (page: Page): Locator => page.locator(":focus");

/** Presses Tab until this has the focus; a reader would give up after a hundred. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}

interface Stop {
  readonly element: string;
  /** From the top of the page. */
  readonly top: number;
  /** An outline on what has the focus, or on the thumb that stands for a slider's invisible input. */
  readonly isSeen: boolean;
}

/** Every place to which Tab leads from the start of the page. */
async function tabStops(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const drawn = element.matches("input[type=range]") ? element.parentElement! : element;
      const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
      return {
        element: `${Array.from(document.querySelectorAll("*")).indexOf(element)}: ${element.outerHTML.slice(0, 120)}`,
        top: drawn.getBoundingClientRect().top + scrollY,
        isSeen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
      };
    });
    if (stop === null || stops.some(({ element }) => element === stop.element)) return stops;
    stops.push(stop);
  }
}

test("The keyboard alone sets momentum, scrubs, opens the numbers and gives a table.", async ({
  page,
}) => {
  await openFigure(page, "playground");
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveText("Skip to the content");
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press("Enter");
  for (const { title } of widgetList) {
    await page.keyboard.press("Tab");
    await expect(focused(page)).toHaveText(title);
  }
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveText("warming up");

  await tabTo(page, control(page, "momentum slider"));
  await page.keyboard.press("ArrowLeft");
  await expectLink(page, { momentum: "0.98" });
  await page.keyboard.press("Tab");
  await expect(control(page, "momentum")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("0.5");
  await expectLink(page, { momentum: "0.5" });

  await tabTo(page, figure(page));
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toHaveText("step 51 of 200");
  await tabTo(page, control(page, "step slider"));
  await page.keyboard.press("End");
  await expect(place(page)).toHaveText("step 200 of 200");
  await expect(sentence(page)).toContainText("After 200 steps at momentum 0.5");

  await tabTo(page, page.getByText("The numbers behind the figure"));
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("region", { name: "Statistics of alcohol at every step" }),
  ).toBeVisible();
});

test("The keyboard alone opens the dialog, stays in it, and leaves it.", async ({ page }) => {
  await openFigure(page, "playground?data=own");
  await tabTo(page, dialogButton(page));
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press("Tab");
    await expect(dialog(page).locator(":focus")).toHaveCount(1);
  }
  await tabTo(page, dialog(page).getByLabel("Paste a table"));
  await page.keyboard.insertText("a,b\n1,2\n3,5");
  await tabTo(page, dialog(page).getByRole("button", { name: "Read the table" }));
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toContainText("2 examples of 2 channels");
  await tabTo(page, dialog(page).getByRole("button", { name: "Use this table" }));
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(dialogButton(page)).toBeFocused();
  await expect(page.getByRole("heading", { name: "Statistics of a over the run" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`Wherever Tab leads on the playground, the focus can be seen, in ${colorScheme}.`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await openFigure(page, "playground");
    const stops = await tabStops(page);
    expect(stops.length).toBeGreaterThan(50);
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
  });
}

test("On a narrow screen the focus moves down the page, as the eye does.", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openFigure(page, "playground");
  const stops = await tabStops(page);
  expect(stops.length).toBeGreaterThan(50);
  const rowHeight = 60;
  const jumps = stops.filter(({ top }, at) => top < (stops[at - 1]?.top ?? 0) - rowHeight);
  expect(jumps).toEqual([]);
});
