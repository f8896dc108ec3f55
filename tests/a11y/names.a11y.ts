import { expect, test } from "@playwright/test";
import { widgetList } from "@/components/widgets/registry";
import type { WidgetId } from "@/components/widgets/registry";
import { playgroundPage } from "../support/pages";
import { openFigure } from "../support/site";

/** Between them they show every control of the widget's playground. */
const queries: Readonly<Record<WidgetId, readonly string[]>> = {
  "batch-vs-moving": [
    "data=penguins&padding=4",
    "data=drift&moving_mean_initializer=2&beta_initializer=3",
    "data=heavy-tail&gamma_initializer=2&moving_variance_initializer=2",
    "renorm=true&virtual_batch_size=8&adjustment=scale:0.07,bias:0.1&optimizer=sgd" +
      "&gamma_initializer=variance_scaling&gamma_regularizer=l2&gamma_constraint=max_norm",
  ],
  "normalize-steps": [
    "data=penguins&padding=3&renorm=true&virtual_batch_size=3&adjustment=scale:0.07,bias:0.1&optimizer=sgd",
    "data=drift&moving_mean_initializer=2&beta_initializer=3",
    "data=heavy-tail&gamma_initializer=2&moving_variance_initializer=2",
  ],
  distribution: [
    "data=penguins",
    "data=drift&moving_mean_initializer=2",
    "data=heavy-tail&moving_variance_initializer=2",
  ],
  "renorm-clipping": [
    "data=penguins&virtual_batch_size=2",
    "data=drift&renorm_clipping=rmax:1@1~3@50",
    "data=heavy-tail",
  ],
  "update-ops": [
    "data=penguins",
    "data=drift&moving_mean_initializer=2&run_update_ops=true",
    "data=heavy-tail&moving_variance_initializer=random_uniform",
  ],
  "shared-variables": [
    "data=penguins&scope=siamese",
    "data=drift&first_name=bn",
    "data=heavy-tail",
  ],
  "train-vs-inference": [
    "data=penguins&padding=4&renorm=true",
    "data=drift&moving_mean_initializer=2&beta_initializer=3",
    "data=heavy-tail&moving_variance_initializer=2&gamma_initializer=2&virtual_batch_size=8",
  ],
  frozen: [
    "data=penguins&optimizer=sgd&renorm=true",
    "data=drift&moving_mean_initializer=2",
    "data=heavy-tail&moving_variance_initializer=2",
  ],
  adjustment: [
    "data=penguins&renorm=true&virtual_batch_size=4",
    "data=drift&beta_initializer=2&gamma_initializer=3",
    "data=heavy-tail&adjustment=scale:0.07,bias:0.1,per:example",
  ],
  axis: ["shape=8,4&virtual_batch_size=4"],
  parameters: [
    "data=penguins",
    "data=drift&moving_mean_initializer=2&beta_initializer=3&beta_regularizer=l1_l2",
    "data=heavy-tail&moving_variance_initializer=2&beta_constraint=min_max_norm&optimizer=adam",
  ],
  fused: [
    "renorm=true&virtual_batch_size=2&adjustment=scale:0.07,bias:0.1&gamma_regularizer=l2&beta_regularizer=l1",
  ],
  "ghost-batches": [
    "data=penguins&padding=4",
    "data=drift&moving_mean_initializer=2",
    "data=heavy-tail&moving_variance_initializer=random_uniform",
  ],
};

for (const { id, controls } of widgetList) {
  test(`The name of every control of ${id} begins with its argument's, verbatim.`, async ({
    page,
  }) => {
    const named = new Set<string>();
    for (const query of queries[id]) {
      await openFigure(page, `${playgroundPage(id)}?${query}`);
      const form = page.getByRole("form", { name: "Arguments" });
      for (const role of ["textbox", "slider", "combobox", "switch"] as const) {
        for (const each of await form.getByRole(role).all()) {
          const name = /"(.*?)"/.exec(await each.ariaSnapshot())?.[1] ?? "";
          const argument = controls.find((control) => control === name.split(" ")[0]);
          expect(argument, `a ${role} is named "${name}"`).toBeDefined();
          named.add(argument ?? "");
        }
      }
    }
    // The reader's own table is given in a dialog.
    expect([...named].sort()).toEqual(controls.filter((name) => name !== "own").sort());
  });
}
