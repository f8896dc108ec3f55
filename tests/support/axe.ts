import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that look at colours; no other depends on the theme. */
const colourRules = ["color-contrast", "link-in-text-block"];

// Describing what is right takes longer than finding what is wrong, and only frames need the other mode.
const builder = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });

/** One line per element that breaks a rule. */
async function violations(axe: AxeBuilder): Promise<readonly string[]> {
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
  );
}

/** The page as it stands breaks no rule, neither in light nor in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  expect(await violations(builder(page).withTags(standards)), "in light").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(builder(page).withRules(colourRules)), "in dark").toEqual([]);
}
