import { expect, test } from "@playwright/test";
import { control, expectLink, openFigure, writeInto } from "../support/site";
import { expectNumbers, wine } from "../support/tables";

test("A typed text that is no value is named and changes nothing.", async ({ page }) => {
  await openFigure(page, "playground?momentum=0.5");
  const momentum = control(page, "momentum");
  await writeInto(page, "momentum", "1.5");
  const problem = page.getByRole("alert").filter({ hasText: "momentum" });
  await expect(problem).toHaveText(
    'momentum must be a number from 0 to 1. Received: momentum="1.5"',
  );
  await expect(momentum).toHaveAttribute("aria-invalid", "true");
  await expect(momentum).toHaveAccessibleDescription(
    'momentum must be a number from 0 to 1. Received: momentum="1.5"',
  );
  // "1" was a value on the way to "1.5".
  await expectLink(page, { momentum: "1" });
  await expectNumbers(page, { table: wine(), layer: { momentum: 1 } });

  await momentum.press("Escape");
  await expect(momentum).toHaveValue("1");
  await expect(problem).toHaveCount(0);
  await page.getByRole("button", { name: "Set momentum back to its default" }).click();
  await expect(momentum).toHaveValue("0.99");
  await expectLink(page, {});
});
