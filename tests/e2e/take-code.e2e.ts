import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { frameworks } from "@/components/code-export/frameworks";
import type { CodeSubject } from "@/components/code-export/subject";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { engineLoop } from "../support/engine-loop";
import { engineStep } from "../support/engine-step";
import { fusedCall } from "../support/fused-call";
import { control, figure, figureReady, openFigure, writeInto } from "../support/site";
import { codePanel, codeTab, openCode, program } from "../support/take-code";
import { twoCalls } from "../support/two-calls";

const subjectFor = (patch: Partial<Experiment>): CodeSubject =>
  engineStep({ ...defaultExperiment, ...patch }).subject;

const textOf = (id: string, subject: CodeSubject): string =>
  frameworks.find((framework) => framework.id === id)!.write(subject).text;

/** The program as it stands on the page. */
const shownText = (page: Page): Promise<string | null> => program(page).textContent();

test("The panel shows the step's program, and follows the arguments.", async ({ page }) => {
  await openFigure(page, "playground?momentum=0.5&step=20");
  await openCode(page);
  await expect
    .poll(() => shownText(page))
    .toBe(textOf("numpy", subjectFor({ momentum: 0.5, step: 20 })));

  await writeInto(page, "epsilon", "0.25");
  await writeInto(page, "momentum", "0.75");
  await page.keyboard.press("Enter");
  const changed = subjectFor({ momentum: 0.75, step: 20, epsilon: 0.25 });
  await expect.poll(() => shownText(page)).toBe(textOf("numpy", changed));

  await codeTab(page, "PyTorch").click();
  await expect.poll(() => shownText(page)).toBe(textOf("pytorch", changed));
  await expect(program(page)).toContainText("eps=0.25");
  await expect(codePanel(page).getByRole("listitem").first()).toContainText("momentum");
});

test("The frameworks are chosen by keyboard, and the choice is remembered.", async ({ page }) => {
  await openFigure(page, "playground");
  await openCode(page);
  await codeTab(page, "NumPy").focus();
  await page.keyboard.press("ArrowRight");
  await expect(codeTab(page, "tf.keras (Keras 2)")).toBeFocused();
  await expect(codeTab(page, "tf.keras (Keras 2)")).toHaveAttribute("aria-selected", "true");
  await expect(program(page)).toContainText("tf.keras.layers.BatchNormalization()");
  await page.keyboard.press("End");
  await expect(program(page)).toContainText("nn.BatchNorm(");
  await page.keyboard.press("Tab");
  await expect(codePanel(page).getByRole("button", { name: "Copy code" })).toBeFocused();

  await page.reload();
  await figureReady(page);
  await openCode(page);
  await expect(codeTab(page, "Flax (linen)")).toHaveAttribute("aria-selected", "true");
});

test("The program is copied and saved as it stands.", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openFigure(page, "playground?renorm=true&step=3&steps=10");
  await openCode(page);
  const text = textOf("numpy", subjectFor({ renorm: true, step: 3, steps: 10 }));
  await expect.poll(() => shownText(page)).toBe(text);
  await codePanel(page).getByRole("button", { name: "Copy code" }).click();
  await expect(codePanel(page).getByText("Code copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);

  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    codePanel(page).getByRole("button", { name: "Save as .py" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("batch-normalization-numpy.py");
  expect(readFileSync(await saved.path(), "utf8")).toBe(text);

  // What was copied is no longer what is shown.
  await writeInto(page, "epsilon", "0.5");
  await page.keyboard.press("Enter");
  await expect(program(page)).toContainText("epsilon = dtype(0.5)");
  await expect(codePanel(page).getByText("Code copied.")).toBeHidden();
});

test("Inputs that are too many for the text are saved as a table.", async ({ page }) => {
  await openFigure(page, "playground?data=digits&batch_size=64&steps=3&step=3");
  await openCode(page);
  await expect(program(page)).toContainText('np.loadtxt("batch-normalization-inputs.csv"');
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    codePanel(page).getByRole("button", { name: "Save batch-normalization-inputs.csv" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("batch-normalization-inputs.csv");
  const rows = readFileSync(await saved.path(), "utf8")
    .trim()
    .split("\n");
  expect(rows).toHaveLength(64);
  expect(rows[0]!.split(",")).toHaveLength(64);
});

test("A refused experiment has its message in the notes.", async ({ page }) => {
  await openFigure(page, "playground?virtual_batch_size=5");
  await openCode(page);
  await expect(program(page)).toContainText("raise SystemExit(");
  await codeTab(page, "Keras 3").click();
  await expect(codePanel(page).getByRole("listitem").first()).toContainText(
    "a multiple of virtual_batch_size, 5",
  );
});

test("Figures without a run have a program of what they show.", async ({ page }) => {
  await openFigure(page, "playground/axis?shape=4,3&epsilon=0.5");
  await openCode(page);
  await expect(program(page)).toContainText("a training call on a tensor of shape [4, 3]");
  await expect(program(page)).toContainText("epsilon = dtype(0.5)");

  await openFigure(page, "playground/update-ops?momentum=0.5&run_update_ops=true");
  await openCode(page);
  await codeTab(page, "TensorFlow 1").click();
  const experiment = { ...defaultExperiment, momentum: 0.5, run_update_ops: true };
  const { subject } = engineLoop(experiment);
  await expect.poll(() => shownText(page)).toBe(textOf("tensorflow-1", subject));
  await codeTab(page, "NumPy").click();
  await expect.poll(() => shownText(page)).toBe(textOf("numpy", subject));
});

test("A step that its run has frozen has the code of a frozen layer.", async ({ page }) => {
  await openFigure(page, "playground/frozen");
  await openCode(page);
  const of = (patch: Partial<Experiment>): CodeSubject =>
    subjectFor({ data: "drift", momentum: 0.9, frozen_from: 100, step: 180, ...patch });
  await expect.poll(() => shownText(page)).toBe(textOf("numpy", of({})));
  await codeTab(page, "tf.keras (Keras 2)").click();
  await expect.poll(() => shownText(page)).toBe(textOf("tf-keras", of({})));
  await expect(program(page)).toContainText("momentum=0.9, trainable=False");
  const notes = codePanel(page).getByRole("listitem");
  await expect(notes.filter({ hasText: "frozen_from" })).toContainText(
    "take 99 steps, then set layer.trainable = False",
  );

  await control(page, "frozen_from").fill("190");
  await page.keyboard.press("Enter");
  await expect(program(page)).not.toContainText("trainable=False");
  await expect(notes.filter({ hasText: "frozen_from" })).toContainText("Step 180 is before it");
});

test("A program prints what its figure's table has.", async ({ page }) => {
  await openFigure(page, "playground/train-vs-inference");
  await openCode(page);
  const { subject } = engineStep(
    { ...defaultExperiment, momentum: 0.9, step: 100 },
    { inferenceBefore: true },
  );
  await expect.poll(() => shownText(page)).toBe(textOf("numpy", subject));
  await expect(program(page)).toContainText("inference_output_before=inference_output_before");
  await expect(codePanel(page)).toContainText("The first table has the outputs of one example");

  await openFigure(page, "playground/parameters");
  await openCode(page);
  await expect(codePanel(page)).toContainText("it has the penalty of the step");
});

test("Fused or not has the program of the chosen call, and follows the step.", async ({ page }) => {
  await openFigure(page, "playground/fused?shape=4,3,2,3&renorm=true&step=7");
  await openCode(page);
  const of = (patch: Partial<Experiment>): CodeSubject =>
    fusedCall({ shape: [4, 3, 2, 3], renorm: true, ...patch }).subject;
  await expect.poll(() => shownText(page)).toBe(textOf("numpy", of({ step: 7 })));
  await expect(codePanel(page)).not.toContainText("SystemExit");

  await figure(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => shownText(page)).toBe(textOf("numpy", of({ step: 8 })));

  await writeInto(page, "epsilon", "0.25");
  await page.keyboard.press("Enter");
  await expect.poll(() => shownText(page)).toBe(textOf("numpy", of({ step: 8, epsilon: 0.25 })));
  await codeTab(page, "tf.keras (Keras 2)").click();
  await expect(program(page)).toContainText("renorm=True");

  await openFigure(page, "playground/fused?virtual_batch_size=1&fused=true");
  await openCode(page);
  await codeTab(page, "NumPy").click();
  await expect(program(page)).toContainText("raise SystemExit(");
  await expect(codePanel(page).getByRole("listitem").first()).toContainText(
    "fused=true excludes virtual_batch_size",
  );

  // A tensor that the figure does not take has no result at all.
  await writeInto(page, "shape", "8, 8, 8, 8, 2");
  await page.keyboard.press("Enter");
  await expect(program(page)).toContainText("shape must be of at most 4096 elements");
  await codeTab(page, "PyTorch").click();
  await expect(program(page)).toContainText("torch.randn((8, 8, 8, 8, 2)");
});

test("Who owns the variables has the program of both calls.", async ({ page }) => {
  const shared = { first_name: "bn", name: "bn", reuse: true } as const;
  const of = (patch: Partial<Experiment>): CodeSubject => twoCalls(patch).subject;
  await openFigure(page, "playground/shared-variables?first_name=bn&name=bn&reuse=true&step=5");
  await openCode(page);
  await expect.poll(() => shownText(page)).toBe(textOf("numpy", of({ ...shared, step: 5 })));
  await expect(codePanel(page)).not.toContainText("SystemExit");

  await codeTab(page, "TensorFlow 1").click();
  await expect.poll(() => shownText(page)).toBe(textOf("tensorflow-1", of({ ...shared, step: 5 })));
  await expect(program(page)).toContainText("reuse=True");
  await control(page, "reuse").selectOption("null");
  await expect(program(page)).toContainText("# TensorFlow raises a ValueError here.");
  await expect
    .poll(() => shownText(page))
    .toBe(textOf("tensorflow-1", of({ ...shared, reuse: null, step: 5 })));
});

test("The panel does not widen a narrow page.", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await openFigure(page, "embed/batch-vs-moving");
  await openCode(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});
