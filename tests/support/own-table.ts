import { expect, type Locator, type Page } from "@playwright/test";
import { control, figureReady, openFigure } from "./site";

/** Where readers give a table of their own. */
export const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "Your own table" });

export const dialogButton = (page: Page): Locator =>
  page.getByRole("button", { name: /^Give (your|another) table…$/ });

/** How the table was read, or why it was refused. */
export const result = (page: Page): Locator => dialog(page).locator("[aria-live]");

export async function openDialog(page: Page): Promise<void> {
  await openFigure(page, "playground");
  await control(page, "data").selectOption("own");
  await dialogButton(page).click();
  await expect(dialog(page)).toBeVisible();
}

export async function paste(page: Page, text: string): Promise<void> {
  await dialog(page).getByLabel("Paste a table").fill(text);
  await dialog(page).getByRole("button", { name: "Read the table" }).click();
}

interface GivenFile {
  readonly name: string;
  readonly text: string;
}

export const giveFile = (page: Page, { name, text }: GivenFile): Promise<void> =>
  dialog(page)
    .getByLabel("or choose a file, or drop one here")
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Takes the table that was read and waits for its figure. */
export async function takeTable(page: Page): Promise<void> {
  await dialog(page).getByRole("button", { name: "Use this table" }).click();
  await expect(dialog(page)).toBeHidden();
  await figureReady(page);
}
