import { expect, type Locator, type Page } from "@playwright/test";

/** Every control of the site is named after its argument, verbatim. */
export const control = (page: Page, name: string): Locator =>
  page.getByLabel(name, { exact: true });

export const figure = (page: Page): Locator => page.getByRole("group", { name: /^Figure\./ });

/** The plots of the figure, each with what a screen reader says instead. */
export const plots = (page: Page): Locator => figure(page).getByRole("img", { name: /./ });

/** The plots of a figure that stands in for a result: they are drawn and not read out. */
export const drawn = (page: Page): Locator => figure(page).locator('[inert] [role="img"]');

/** The sentence beside the figure that says what is to be seen. */
export const sentence = (page: Page): Locator => page.getByTestId("sentence");

/** The place on the time-line, e.g. "step 20 of 200". */
export const place = (page: Page): Locator =>
  page.getByRole("group", { name: "Steps of the run" }).getByRole("status");

/** What the page tells its reader about links, workers and failures. */
export const notices = (page: Page): Locator => page.locator(".notice:visible");

// A poster cannot take the focus.
const settledFigure = '[aria-busy="false"] > [role="group"][data-live]';

/** Waits until the figure is live and shows what its controls say. */
export async function figureReady(page: Page): Promise<void> {
  await expect(page.locator(settledFigure)).toBeVisible();
}

/** Opens an address relative to the site's own and waits for the figure there. */
export async function openFigure(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await figureReady(page);
}

/** Writes into a text field as a reader does, key by key. */
export async function writeInto(page: Page, name: string, text: string): Promise<void> {
  const field = control(page, name);
  await field.selectText();
  await field.pressSequentially(text);
}

/** What a link says of the figure, by key. */
export const linkOf = (page: Page): Record<string, string> =>
  Object.fromEntries(new URL(page.url()).searchParams);

/** Waits until the page's address holds these values and no others. */
export async function expectLink(page: Page, values: Record<string, string>): Promise<void> {
  await expect.poll(() => linkOf(page)).toEqual(values);
}
