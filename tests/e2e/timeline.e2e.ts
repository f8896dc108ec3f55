import { expect, test, type Page } from "@playwright/test";
import { expectLink, figure, openFigure, place } from "../support/site";
import { expectNumbers, wine } from "../support/tables";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Opens a page whose clock stands still unless a test moves it. */
async function openAtRest(page: Page, address: string): Promise<void> {
  await page.clock.install({ time: 0 });
  await openFigure(page, address);
  await page.clock.pauseAt(600_000);
}

/** Lets so many frames of the film go by, one after another as a browser does. */
async function playFrames(page: Page, frameMs: number, places: readonly string[]): Promise<void> {
  for (const text of places) {
    await page.clock.runFor(frameMs - 1);
    await expect(place(page)).not.toHaveText(text);
    await page.clock.runFor(1);
    await expect(place(page)).toHaveText(text);
  }
}

test("Play moves on at the chosen speed, pauses, and stops at the end.", async ({ page }) => {
  await openAtRest(page, "playground?step=194");
  await button(page, "Play").click();
  await playFrames(page, 50, ["step 195 of 200", "step 196 of 200"]);

  await button(page, "Pause").click();
  await page.clock.runFor(1000);
  await expect(place(page)).toHaveText("step 196 of 200");

  await page.getByLabel("steps/s").selectOption("5");
  await button(page, "Play").click();
  await playFrames(page, 200, ["step 197 of 200", "step 198 of 200"]);
  await page.getByLabel("steps/s").selectOption("60");
  await playFrames(page, 17, ["step 199 of 200", "step 200 of 200"]);

  await expect(button(page, "Play")).toBeVisible();
  await page.clock.runFor(1000);
  await expect(place(page)).toHaveText("step 200 of 200");
  await expectLink(page, { step: "200" });
  await expectNumbers(page, { table: wine(), step: 200 });

  await button(page, "Play").click();
  await expect(place(page)).toHaveText("step 1 of 200");
  await playFrames(page, 17, ["step 2 of 200"]);
  await button(page, "Next step").click();
  await expect(place(page)).toHaveText("step 3 of 200");
  await page.clock.runFor(1000);
  await expect(place(page)).toHaveText("step 3 of 200");
});

test("Back undoes a stretch of playing as one.", async ({ page }) => {
  await openAtRest(page, "playground?step=10");
  await button(page, "Play").click();
  await playFrames(page, 50, ["step 11 of 200", "step 12 of 200", "step 13 of 200"]);
  await button(page, "Pause").click();
  await page.clock.runFor(1000);
  await expectLink(page, { step: "13" });
  await page.goBack();
  await expect(place(page)).toHaveText("step 10 of 200");
  await expectLink(page, { step: "10" });
});

test("Buttons go to the ends and by one, and not beyond.", async ({ page }) => {
  await openFigure(page, "playground");
  for (const [name, step] of [
    ["Next step", 51],
    ["Previous step", 50],
    ["First step", 1],
    ["Previous step", 1],
    ["Last step", 200],
    ["Next step", 200],
  ] as const) {
    await button(page, name).click();
    await expect(place(page)).toHaveText(`step ${step} of 200`);
  }
  await expectNumbers(page, { table: wine(), step: 200 });
});

test("Keys on the focused figure move the chosen step.", async ({ page }) => {
  await openFigure(page, "playground");
  await figure(page).focus();
  for (const [key, step] of [
    ["ArrowRight", 51],
    ["ArrowLeft", 50],
    ["PageUp", 60],
    ["PageDown", 50],
    ["Home", 1],
    ["ArrowLeft", 1],
    ["End", 200],
    ["ArrowRight", 200],
  ] as const) {
    await page.keyboard.press(key);
    await expect(place(page)).toHaveText(`step ${step} of 200`);
  }
  await page.keyboard.press("Home");
  await expectLink(page, { step: "1" });
  await expectNumbers(page, { table: wine(), step: 1 });
});

test("On the step slider the same keys go as far.", async ({ page }) => {
  await openFigure(page, "playground");
  await page.getByLabel("step slider").focus();
  for (const [key, step] of [
    ["ArrowRight", 51],
    ["PageUp", 61],
    ["PageDown", 51],
    ["Home", 1],
    ["End", 200],
  ] as const) {
    await page.keyboard.press(key);
    await expect(place(page)).toHaveText(`step ${step} of 200`);
  }
});

test("The space bar plays the focused figure and pauses it.", async ({ page }) => {
  await openAtRest(page, "playground?step=194");
  await figure(page).focus();
  await page.keyboard.press("Space");
  await playFrames(page, 50, ["step 195 of 200", "step 196 of 200"]);
  await page.keyboard.press("Space");
  await page.clock.runFor(1000);
  await expect(place(page)).toHaveText("step 196 of 200");
});

for (const [name, held] of [
  ["step slider", { step: "26", momentum: "0.5" }],
  ["momentum slider", { step: "20", momentum: "0.92" }],
] as const) {
  test(`Holding a key on the ${name} is one change.`, async ({ page }) => {
    const start = { step: "20", momentum: "0.5" };
    await openFigure(page, `playground?${new URLSearchParams(start).toString()}`);
    await page.getByLabel(name, { exact: true }).focus();
    for (let i = 0; i < 6; i++) await page.keyboard.down("ArrowRight");
    await page.keyboard.up("ArrowRight");
    await expectLink(page, held);
    await page.goBack();
    await expectLink(page, start);
    await page.goForward();
    await expectLink(page, held);
    await page.keyboard.press("ControlOrMeta+z");
    await expectLink(page, start);
    await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();
  });
}
