import { expect, test } from "@playwright/test";
import { widgetsFor } from "@/components/widgets/for-argument";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { experimentArgs } from "@/engine/spec/experiment";
import { documentedMembers } from "@/engine/spec/members";
import { hasFigure } from "../support/pages";
import { control, expectLink, figureReady, sentence } from "../support/site";

for (const { name, summary, type, kind } of documentedArgs) {
  test(`The page of ${name} states its facts and shows it at work where it can be.`, async ({
    page,
  }) => {
    const response = await page.goto(`docs/arguments/${name}`);
    expect(response?.status()).toBe(200);
    await expect(page).toHaveTitle(`${name} · Batch Norm Lab`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    const article = page.getByRole("article");
    await expect(article.getByText(summary, { exact: true }).first()).toBeVisible();
    await expect(article.getByRole("term").filter({ hasText: "Type" })).toBeVisible();
    await expect(article.getByRole("definition").filter({ hasText: type }).first()).toBeVisible();
    await expect(article.getByRole("term").filter({ hasText: "Default" })).toHaveCount(
      kind === "tensor" ? 0 : 1,
    );
    const link = page.getByRole("navigation", { name: "Reference" }).getByRole("link", { name });
    await expect(link.and(page.locator("[aria-current=page]"))).toHaveText(name);

    if (!hasFigure(name)) return;
    await figureReady(page);
    await expect(sentence(page)).not.toBeEmpty();
    const [first] = widgetsFor(name);
    await expect(article.getByRole("region", { name: first!.title })).toBeVisible();
    if (experimentArgs.some((spec) => spec.name === name)) {
      await expect(
        page.locator("label").filter({ hasText: new RegExp(`^${name}$`) }),
      ).toBeVisible();
    }
  });
}

for (const { name, kind, summary, signature, parameters, errors } of documentedMembers) {
  test(`The page of the ${kind} ${name} states its facts, parameters and messages.`, async ({
    page,
  }) => {
    const response = await page.goto(`docs/members/${name}`);
    expect(response?.status()).toBe(200);
    await expect(page).toHaveTitle(`${name} (${kind}) · Batch Norm Lab`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    const article = page.getByRole("article");
    await expect(article.getByText(summary, { exact: true }).first()).toBeVisible();
    await expect(article.getByText(signature, { exact: true })).toBeVisible();
    await expect(article.getByRole("rowheader")).toHaveText(parameters.map((each) => each.name));
    for (const { message } of errors) {
      await expect(article.getByText(message).first()).toBeVisible();
    }
    const link = page.getByRole("navigation", { name: "Reference" }).getByRole("link", { name });
    await expect(link.and(page.locator("[aria-current=page]"))).toHaveText(name);
  });
}

test("An argument's own page changes its figure.", async ({ page }) => {
  await page.goto("docs/arguments/momentum");
  await figureReady(page);
  await control(page, "momentum").fill("0.5");
  await expect(sentence(page)).toContainText("After 50 steps at momentum 0.5");
});

test("The page of trainable freezes a layer, in the version that is chosen.", async ({ page }) => {
  await page.goto("docs/arguments/trainable");
  await figureReady(page);
  await expect(sentence(page)).toContainText("Frozen since step 100");
  await control(page, "frozen_from").fill("");
  await expectLink(page, { frozen_from: "none" });
  await expect(sentence(page)).toContainText("The layer is trainable in all 200 steps");
  await page.getByRole("switch", { name: "trainable" }).click();
  await control(page, "profile").selectOption("tf-1.4");
  await expectLink(page, { frozen_from: "none", trainable: "false", profile: "tf-1.4" });
});

test("The page of beta_regularizer shows what becomes of β.", async ({ page }) => {
  await page.goto("docs/arguments/beta_regularizer");
  await figureReady(page);
  await control(page, "parameter").selectOption("beta");
  await control(page, "beta_regularizer").selectOption("l2");
  await figureReady(page);
  await expect(sentence(page)).toContainText("SGD moves β of alcohol");
  await expect(page.getByText("the penalty l2", { exact: false })).toBeVisible();
});
