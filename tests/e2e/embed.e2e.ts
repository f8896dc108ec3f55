import { expect, test, type Frame, type Page } from "@playwright/test";
import { hostPage } from "../support/host";

// As a page that embeds a figure would write it.
const listening = `<script>
  const heights = [];
  addEventListener("message", ({ data }) => {
    if (data?.type !== "batch-norm-lab:height") return;
    heights.push(data.px);
    document.querySelector("iframe").style.height = data.px + "px";
  });
</script>`;

const frameOf = (source: string, attributes = ""): string =>
  `<iframe title="figure" width="700" height="300" style="border:0" src="${source}" ${attributes}></iframe>`;

async function embedded(page: Page): Promise<Frame> {
  const element = await page.locator("iframe").elementHandle();
  const frame = await element.contentFrame();
  if (frame === null) throw new Error("the page embeds nothing");
  return frame;
}

/** The frame is as tall as what is in it: nothing is cut off and nothing is left empty. */
async function expectFit(page: Page, frame: Frame): Promise<void> {
  await expect
    .poll(async () => {
      const content = await frame.evaluate(() =>
        Math.ceil(document.documentElement.getBoundingClientRect().height),
      );
      const { height } = (await page.locator("iframe").boundingBox())!;
      return height - content;
    })
    .toBe(0);
  expect(await frame.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(
    false,
  );
}

const settled = (frame: Frame) => frame.locator('[aria-busy="false"] > [role="group"][data-live]');

test("A page of another origin learns how tall its figure is, and the figure works there.", async ({
  page,
  baseURL,
}) => {
  const source = `${baseURL!}embed/batch-vs-moving?momentum=0.5&step=20`;
  const host = await hostPage(`<!doctype html>${listening}${frameOf(source)}`);
  try {
    await page.goto(host.origin);
    const frame = await embedded(page);
    await expect(settled(frame)).toBeVisible();
    await expectFit(page, frame);
    expect(await page.evaluate("heights.length")).toBeGreaterThan(0);

    await frame.getByText("The numbers behind the figure").click();
    await expect(frame.getByRole("table")).toHaveCount(2);
    await expectFit(page, frame);

    await frame.getByLabel("momentum", { exact: true }).fill("0.6");
    await expect(frame.getByTestId("sentence")).toContainText("After 20 steps at momentum 0.6");
    expect(Object.fromEntries(new URL(frame.url()).searchParams)).toEqual({
      momentum: "0.6",
      step: "20",
    });
    expect(page.url()).toBe(`${host.origin}/`);
  } finally {
    await host.close();
  }
});

test("A page made of text alone can embed a figure.", async ({ page, baseURL }) => {
  await page.setContent(`${listening}${frameOf(`${baseURL!}embed/batch-vs-moving`)}`);
  const frame = await embedded(page);
  await expect(settled(frame)).toBeVisible();
  await expectFit(page, frame);
});

test("A frame whose host forbids storage and workers shows its figure and a message.", async ({
  page,
  baseURL,
}) => {
  const source = `${baseURL!}embed/batch-vs-moving`;
  await page.setContent(frameOf(source, 'sandbox="allow-scripts"'));
  const frame = await embedded(page);
  await expect(frame.locator(".notice:visible")).toContainText(
    "There is no result to show: the figure in grey is the one at its start.",
  );
  await expect(
    frame.locator('[inert] [role="img"][aria-label^="mean of alcohol over 200 steps"]'),
  ).toBeVisible();
});
