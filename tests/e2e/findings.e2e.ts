import { expect, test, type Page } from "@playwright/test";
import { expectLink, figureReady, openFigure, place } from "../support/site";

const findings = (page: Page) => page.getByTestId("findings");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("What broke is named with its cause, and the remedy mends it.", async ({ page }) => {
  await openFigure(page, "playground");
  await expect(findings(page).locator("summary")).toHaveText([
    "The moving statistics still hold their start",
    "Training and inference mode disagree",
  ]);
  await expect(findings(page)).toContainText("At momentum 0.99 they keep 60.5\u00a0% of");
  await button(page, "Set momentum to 0.97 and go to the last step").click();
  await expectLink(page, { momentum: "0.97", step: "200" });
  await figureReady(page);
  await expect(findings(page)).toContainText("Nothing found");
});

test("A moving variance that has no root is found, the time-line leads to it, and ones mend it.", async ({
  page,
}) => {
  await openFigure(page, "playground?moving_variance_initializer=random_normal&channel=2");
  const title = /^Inference mode has no finite output for ash in steps 1 to \d+$/;
  await expect(findings(page).locator("summary").first()).toHaveText(title);
  await expect(findings(page)).toContainText("there is none, so every output is NaN");
  await expect(button(page, "first NaN (1)")).toBeVisible();
  await button(page, "Set moving_variance_initializer to ones").click();
  await expectLink(page, { channel: "2" });
  await figureReady(page);
  await expect(findings(page).getByText(title)).toHaveCount(0);
  await expect(button(page, "first NaN (1)")).toHaveCount(0);
});

test("Padding in the statistics is found, and mask mends it.", async ({ page }) => {
  await openFigure(page, "playground?momentum=0.9&padding=16&step=100");
  await findings(page).getByText("Padding counts in the statistics").waitFor();
  await button(page, "Turn mask on").click();
  await expectLink(page, { momentum: "0.9", padding: "16", step: "100", mask: "true" });
  await figureReady(page);
  await expect(findings(page)).not.toContainText("Padding counts");
});

test("The time-line jumps to the first clip and to where the moving mean has arrived.", async ({
  page,
}) => {
  await openFigure(
    page,
    "playground?momentum=0.9&renorm=true&renorm_momentum=0.9&renorm_clipping=dmax:0.5",
  );
  await button(page, "first clip (1)").click();
  await expect(place(page)).toHaveText("step 1 of 200");
  const arrived = page.getByRole("button", { name: /^moving mean within 1 % \(\d+\)$/ });
  const step = /\d+(?=\)$)/.exec((await arrived.textContent()) ?? "")?.[0];
  await arrived.press("Enter");
  await expect(place(page)).toHaveText(`step ${step} of 200`);
  await expect(arrived).toHaveAttribute("aria-current", "step");
});
