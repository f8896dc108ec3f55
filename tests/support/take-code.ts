import type { Locator, Page } from "@playwright/test";

/** The panel with the programs, once it is open. */
export const codePanel = (page: Page): Locator =>
  page.locator("details", { hasText: "Take the code" });

/** The program that is shown. */
export const program = (page: Page): Locator =>
  codePanel(page).getByRole("region", { name: /^The code for / });

export const codeTab = (page: Page, framework: string): Locator =>
  codePanel(page).getByRole("tab", { name: framework, exact: true });

/** Opens the panel and waits until the first program is written. */
export async function openCode(page: Page): Promise<void> {
  await page.getByText("Take the code", { exact: true }).click();
  await program(page).waitFor();
}
