import { expect, test } from "@playwright/test";
import { drawn, expectLink, notices, writeInto } from "../support/site";

test("A browser that refuses to start a worker gets a figure and a message.", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  // What a sandboxed frame or a strict content security policy does.
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.terminate();
        throw new DOMException("Failed to construct 'Worker'.", "SecurityError");
      }
    };
  });
  await page.goto("playground?momentum=0.5");
  await expect(notices(page)).toContainText("There is no result to show");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page.getByTestId("stand-in")).toBeVisible();
  await expect(drawn(page)).toHaveCount(4);
  await writeInto(page, "momentum", "0.6");
  await expectLink(page, { momentum: "0.6" });
  expect(errors).toEqual([]);
});
