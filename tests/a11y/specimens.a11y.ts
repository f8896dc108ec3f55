import { test } from "@playwright/test";
import { widgetList } from "@/components/widgets/registry";
import { expectAccessible } from "../support/axe";
import { openFigure } from "../support/site";

for (const { id, specimens } of widgetList) {
  for (const { name, query } of specimens) {
    test(`Axe finds nothing in the specimen ${name} of ${id}.`, async ({ page }) => {
      await openFigure(page, `embed/${id}?${query}`);
      await expectAccessible(page);
    });
  }
}
