import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ArgumentPanel } from "@/components/argument-panel/argument-panel";
import { notComparing } from "@/components/argument-panel/compare-bar";
import { batchVsMoving } from "@/components/widgets/batch-vs-moving/widget";
import { defaultExperiment } from "@/engine/spec/experiment";
import { decode } from "@/components/state/url-codec";
import { fieldsIn } from "../support/markup";

const panel = (query: string): string =>
  renderToStaticMarkup(
    createElement(ArgumentPanel, {
      className: "",
      isGrouped: true,
      isInert: false,
      compare: notComparing,
      controls: batchVsMoving.controls,
      experiment: decode(Object.fromEntries(new URLSearchParams(query))).experiment,
      start: defaultExperiment,
      channelNames: ["alcohol"],
      onChange: () => undefined,
      onReset: () => undefined,
    }),
  );

/** The titles of the groups, a closed one in brackets. */
const groups = (query: string): readonly string[] =>
  [...panel(query).matchAll(/<details([^>]*)><summary>(.*?)<\/summary>/g)].map(
    ([, attributes = "", title = ""]) => (attributes.includes("open") ? title : `[${title}]`),
  );

const names = (query: string): readonly string[] => [
  ...new Set(fieldsIn(panel(query)).map(({ name }) => name.split(" ")[0] ?? "")),
];

describe("the groups of arguments", () => {
  it("are closed by default where they are rarely used", () => {
    expect(groups("")).toEqual([
      "Data",
      "Run",
      "Statistics",
      "Scale and shift",
      "[Renorm]",
      "[Ghost batches]",
      "[Adjustment]",
      "Layer",
    ]);
  });

  it.each([
    ["renorm=true", "Renorm"],
    ["renorm_clipping=rmax:3", "Renorm"],
    ["virtual_batch_size=8", "Ghost batches"],
    ["adjustment=scale:0,bias:0", "Adjustment"],
  ])("are open with %s: %s", (query, title) => {
    expect(groups(query)).toContain(title);
    expect(groups(query).filter((group) => group.startsWith("["))).toHaveLength(2);
  });
});

describe("the arguments of the panel", () => {
  it("have the version first in its group", () => {
    const all = names("");
    expect(all.slice(all.indexOf("profile"))).toEqual(["profile", "trainable", "fused", "dtype"]);
  });

  it("leave out the learning rate where nothing learns", () => {
    expect(names("")).not.toContain("learning_rate");
    expect(names("optimizer=sgd")).toContain("learning_rate");
  });

  it("have no control while they have no effect, and the reason stands there", () => {
    expect(names("")).not.toContain("renorm_momentum");
    expect(names("")).not.toContain("renorm_clipping");
    const reason = panel("").replaceAll(/<[^>]*>/g, "");
    expect(reason).toContain(
      "renorm_clipping, renorm_momentum have no effect while renorm is false.",
    );
    expect(names("renorm=true")).toEqual(
      expect.arrayContaining(["renorm_clipping", "renorm_momentum"]),
    );
    expect(panel("renorm=true&optimizer=sgd&padding=4")).not.toContain("no effect");
    expect(names("center=false")).not.toContain("beta_initializer");
    expect(names("scale=false")).not.toContain("gamma_constraint");
  });

  it("have none either while a setting of the run leaves them idle", () => {
    expect(names("")).not.toContain("mask");
    expect(names("")).not.toContain("gamma_regularizer");
    const reasons = panel("").replaceAll(/<[^>]*>/g, "");
    expect(reasons).toContain("mask has no effect while padding is 0.");
    expect(reasons).toContain("have no effect while optimizer is none.");
    expect(names("padding=4")).toContain("mask");
    expect(names("optimizer=sgd")).toEqual(
      expect.arrayContaining(["gamma_regularizer", "gamma_constraint", "beta_constraint"]),
    );
    expect(panel("mask=true")).toContain("No effect while padding is 0.");
  });

  it("that have no effect keep their control while there is a value to take back", () => {
    expect(names("renorm_momentum=0.9")).toContain("renorm_momentum");
    expect(panel("renorm_momentum=0.9")).toContain("No effect while renorm is false.");
    expect(panel("renorm=true&renorm_momentum=0.9")).not.toContain("No effect");
  });
});
