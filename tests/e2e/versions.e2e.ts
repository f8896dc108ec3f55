import { expect, test } from "@playwright/test";
import { control, openFigure } from "../support/site";

test("The controls that a version takes otherwise are marked, and say how.", async ({ page }) => {
  await openFigure(page, "playground");
  const marks = page.locator("summary", { hasText: /^differs in / });
  await expect(marks).toHaveCount(0);

  await control(page, "profile").selectOption("tf-1.4");
  const mark = page.getByLabel("trainable differs in tf-1.4", { exact: true });
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(mark.locator("xpath=..")).toContainText(
    "Does a frozen layer still move its statistics? yes, by default no.",
  );
  await expect(page.getByLabel("momentum differs in tf-1.4", { exact: true })).toHaveCount(0);
  await expect(page.getByLabel("adjustment differs in tf-1.4", { exact: true })).toHaveCount(1);
});
