import { expect, type Locator, type Page } from "@playwright/test";

/** Every control of the site is named after its argument, verbatim. */
export const control = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true });

export const figure = (page: Page): Locator => page.getByRole("group", { name: /^Figure\./ });

/** The sentence beside the figure that says what is to be seen. */
export const sentence = (page: Page): Locator => page.getByTestId("sentence");

/** The place on the time-line, e.g. "step 20 of 200". */
export const place = (page: Page): Locator =>
  page.getByRole("group", { name: "Steps of the run" }).getByRole("status");

/** What the page tells its reader about links, workers and failures. */
export const notices = (page: Page): Locator => page.locator(".notice:visible");

/** Waits until the figure is live and shows what its controls say. A poster cannot take the focus. */
export async function figureReady(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="false"] > [role="group"][tabindex="0"]')).toBeVisible();
}

export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await figureReady(page);
}

/** Writes into a text field as a reader does, key by key. */
export async function type(page: Page, name: string, text: string): Promise<void> {
  const field = control(page, name);
  await field.selectText();
  await field.pressSequentially(text);
}

/** The query of the page's address, once it is this. */
export async function expectQuery(page: Page, query: string): Promise<void> {
  await expect.poll(() => new URL(page.url()).search).toBe(query);
}
