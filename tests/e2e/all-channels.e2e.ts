import { expect, test, type Page } from "@playwright/test";
import { control, expectLink, figure, figureReady, openFigure, sentence } from "../support/site";
import { expectNumbers, wine } from "../support/tables";

const channels = (page: Page) => page.getByRole("region", { name: "All channels" });
const channel = (page: Page, name: string) =>
  channels(page).getByRole("button", { name: new RegExp(`^\\d+: ${name}\\.`) });

test("The channels stand side by side, and a click or a key chooses the one that is drawn large.", async ({
  page,
}) => {
  test.slow();
  await openFigure(page, "playground");
  await expect(channels(page)).toHaveCount(0);
  await page.getByRole("switch", { name: "all_channels" }).click();
  await expectLink(page, { all_channels: "true" });
  await expect(channels(page).getByRole("button")).toHaveCount(13);
  await expect(channel(page, "alcohol")).toHaveAttribute("aria-pressed", "true");

  await channel(page, "proline").click();
  await expectLink(page, { all_channels: "true", channel: "12" });
  await expect(channel(page, "proline")).toHaveAttribute("aria-pressed", "true");
  await expect(channel(page, "alcohol")).toHaveAttribute("aria-pressed", "false");
  await expect(control(page, "channel")).toHaveValue("12");
  await expectNumbers(page, { table: wine(), channel: 12 });

  await channel(page, "hue").focus();
  await page.keyboard.press("Enter");
  await expect(sentence(page)).toContainText("hue");
  await expectLink(page, { all_channels: "true", channel: "10" });
  await page.goBack();
  await expectLink(page, { all_channels: "true", channel: "12" });
  await figureReady(page);
});

test("Of many channels a window is drawn, with ways to the others, on a narrow page too.", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await openFigure(page, "playground?data=digits&all_channels=true&channel=20");
  await expect(channels(page)).toContainText("Channels 16 to 31 of 64.");
  await expect(channels(page).locator("[aria-pressed]")).toHaveCount(16);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await channels(page).getByRole("button", { name: "Later channels" }).click();
  await expectLink(page, { data: "digits", all_channels: "true", channel: "32" });
  await expect(channels(page)).toContainText("Channels 32 to 47 of 64.");
  await channels(page).getByRole("button", { name: "Earlier channels" }).click();
  await expectLink(page, { data: "digits", all_channels: "true", channel: "16" });
});

test("Momentum is entered in either convention, and the link keeps TensorFlow's.", async ({
  page,
}) => {
  await openFigure(page, "playground");
  const own = control(page, "momentum");
  const other = control(page, "momentum in PyTorch");
  await expect(other).toHaveValue("0.01");
  await other.selectText();
  await other.pressSequentially("0.3");
  await expectLink(page, { momentum: "0.7" });
  await expect(own).toHaveValue("0.7");
  await expectNumbers(page, { table: wine(), layer: { momentum: 0.7 } });

  await own.selectText();
  await own.pressSequentially("0.95");
  await expect(other).toHaveValue("0.05");
  await other.selectText();
  await other.pressSequentially("1.5");
  await expect(page.getByRole("alert").filter({ hasText: "momentum" })).toHaveText(
    'momentum must be a number from 0 to 1. Received: momentum="1.5"',
  );
  await expect(other).toHaveAttribute("aria-invalid", "true");
  // "1" was a value on the way to "1.5": PyTorch's 1 keeps nothing.
  await expectLink(page, { momentum: "0" });
});

test("What the fused implementation would store is drawn and told beside what is stored.", async ({
  page,
}) => {
  await openFigure(page, "playground?batch_size=4&momentum=0.5");
  await expect(figure(page).getByText("moving, if fused")).toBeVisible();
  await expect(page.getByText(/^Had the layer been given inputs of rank 4/)).toContainText(
    "v · 4/3, 33.3",
  );
  await page.goto("playground?batch_size=4&momentum=0.5&renorm=true");
  await figureReady(page);
  await expect(figure(page).getByText("moving, if fused")).toHaveCount(0);
});
