import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { contenderIds, tasks } from "@/content/benchmarks/kernel-report";
import type { KernelReport } from "@/content/benchmarks/kernel-report";
import { isPlain } from "@/components/speed/cases";

const kernels = JSON.parse(readFileSync("content/benchmarks/kernels.json", "utf8")) as KernelReport;
const shapes = kernels.cases.filter(isPlain);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("The page on speed shows a figure for every task and a table for every shape.", async ({
    page,
  }) => {
    await page.goto("docs/speed");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("How fast is it");
    const panels = page.getByRole("figure").getByRole("img", { name: /times the floor/ });
    await expect(panels).toHaveCount(tasks.length * shapes.length);
    for (const panel of await panels.all()) await expect(panel).toBeVisible();
    for (const { name } of shapes) {
      const table = page.getByRole("table", { name: `${name}, axis` });
      await expect(table.getByRole("rowheader")).toHaveCount(contenderIds.length);
    }
    await expect(page.getByRole("table", { name: "Aims" }).getByRole("row")).toHaveCount(
      kernels.aims.length + 1,
    );
  });
});
