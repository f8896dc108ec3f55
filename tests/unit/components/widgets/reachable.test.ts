import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { findingsOf } from "@/components/findings";
import type { Finding } from "@/components/findings/finding";
import { decode, encode, fitted, linkedArgs } from "@/components/state/url-codec";
import { widgetList } from "@/components/widgets/registry";
import type { WidgetDefinition } from "@/components/widgets/define-widget";
import { EngineError } from "@/engine";
import { constant } from "@/engine/spec/constant";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { profiles } from "@/engine/spec/profiles";
import { runOf } from "../support/run-of";
import { figureOf } from "./fused/support";
import { loopOf } from "./update-ops/support";

/** What breaks a run, one thing each; a figure without the control stays as it is. */
const harms: readonly Partial<Experiment>[] = [
  {},
  { batch_size: 1 },
  { virtual_batch_size: 1 },
  { virtual_batch_size: 5 },
  { trainable: false },
  { frozen_from: 1 },
  { padding: 4 },
  { data: "constant" },
  { data: "constant", epsilon: 0 },
  { data: "gaussian", means: [1e6], dtype: "float16" },
  { renorm: true, renorm_clipping: { dmax: 0 } },
  { momentum: 0.5 },
  { momentum: 1 },
  { profile: "tf-2.3-v1" },
  { run_update_ops: true },
  { collect_before_layer: true },
  { order: "sorted" },
  { moving_variance_initializer: constant(-5) },
  {
    optimizer: "sgd",
    learning_rate: 1,
    gamma_regularizer: { class_name: "L2", config: { l2: 5 } },
    gamma_constraint: null,
  },
];

const pairs = harms.flatMap((one, at) => harms.slice(at).map((other) => ({ ...one, ...other })));

function found({ id }: WidgetDefinition, experiment: Experiment): readonly Finding[] {
  if (id === "update-ops")
    return findingsOf({ experiment, run: loopOf(experiment).data, channel: 0 });
  const healthy = { ...experiment, batch_size: 8, virtual_batch_size: null, adjustment: null };
  try {
    const run = runOf(experiment);
    const chosen = run.inspect(experiment.step);
    return findingsOf({ experiment, run: { statistics: run.statistics, chosen }, channel: 0 });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const run = runOf(healthy);
    const { statistics } = run;
    const before = { statistics, chosen: run.inspect(experiment.step) };
    return findingsOf({ experiment, run: before, channel: 0, refusal: error });
  }
}

/** The arguments that remedies changed, in all figures. */
const remedied = new Set<string>();

/** Figures of a run tell what is the matter with it. */
const runFigures = widgetList.filter(({ controls }) => controls.includes("channels"));

describe.each(runFigures)("what helps in the figure $id", (widget) => {
  const start = startOf(widget);
  const args = linkedArgs(widget.controls);
  /** What the figure makes of these values, as its links hold them. */
  const inFigure = (values: Experiment): Experiment =>
    decode(encode(fitted(values), start), start, args).experiment;

  it("is something that the figure can take, in whatever state it is", () => {
    for (const harm of pairs) {
      const experiment = inFigure({ ...start, data: "wine", steps: 6, ...harm });
      for (const { title, change } of found(widget, experiment)) {
        if (change === undefined) continue;
        const names = Object.keys(change.patch);
        expect(names.length).toBeGreaterThan(0);
        for (const name of names) remedied.add(name);
        const wanted = { ...experiment, ...change.patch };
        expect(inFigure(wanted), `${title} in ${JSON.stringify(harm)}`).toEqual(wanted);
      }
    }
  });
});

it("Every remedy that a finding knows was tried in some figure.", () => {
  expect([...remedied].sort()).toEqual([
    "batch_size",
    "channel",
    "collect_before_layer",
    "epsilon",
    "frozen_from",
    "learning_rate",
    "mask",
    "momentum",
    "moving_variance_initializer",
    "order",
    "profile",
    "renorm_clipping",
    "run_update_ops",
    "step",
    "trainable",
    "virtual_batch_size",
  ]);
});

/** What the parts of a figure pass to its `onChange`: the names in an object, or the whole text of anything else. */
function changesIn({ id }: WidgetDefinition): readonly string[] {
  const folder = new URL(`../../../../components/widgets/${id}/`, import.meta.url);
  const changes: string[] = [];
  const visit = (node: ts.Node, source: ts.SourceFile): void => {
    if (ts.isCallExpression(node) && /^(onChange|change)$/.test(node.expression.getText(source))) {
      const [patch] = node.arguments;
      changes.push(
        ...(patch !== undefined && ts.isObjectLiteralExpression(patch)
          ? patch.properties.map((each) => each.name?.getText(source) ?? each.getText(source))
          : [`…${patch?.getText(source) ?? ""}`]),
      );
    }
    node.forEachChild((child) => visit(child, source));
  };
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".tsx"))) {
    const text = readFileSync(new URL(name, folder), "utf8");
    const source = ts.createSourceFile(
      name,
      text,
      ts.ScriptTarget.Latest,
      false,
      ts.ScriptKind.TSX,
    );
    visit(source, source);
  }
  return changes;
}

describe("the marks of a figure", () => {
  it.each(widgetList)("change what $id has controls for", (widget) => {
    const names = linkedArgs(widget.controls).map(({ name }): string => name);
    for (const name of changesIn(widget).filter((each) => !each.startsWith("…"))) {
      expect(names).toContain(name);
    }
  });

  it("change the arguments that are known to be changed by marks", () => {
    const all = widgetList.flatMap((widget) =>
      [...new Set(changesIn(widget))].map((name) => `${widget.id}: ${name}`),
    );
    expect(all).toEqual(
      expect.arrayContaining([
        "batch-vs-moving: channel",
        "normalize-steps: stage",
        "normalize-steps: edits",
        "renorm-clipping: renorm_clipping",
        "ghost-batches: virtual_batch_size",
        "axis: axis",
        "axis: data_format",
      ]),
    );
    // These are no objects where they are passed: the first is of type { example, channel }, the second a case's.
    expect(all.filter((each) => each.includes("…"))).toEqual([
      "normalize-steps: …to",
      "fused: …patch",
    ]);
  });

  it("change what fused has controls for, in every case of every version", () => {
    const widget = widgetList.find(({ id }) => id === "fused")!;
    const names = linkedArgs(widget.controls).map(({ name }): string => name);
    for (const id of Object.keys(profiles)) {
      const { cases } = figureOf(`profile=${id}`);
      expect(cases.length).toBeGreaterThan(3);
      for (const { patch } of cases) {
        expect(names).toEqual(expect.arrayContaining(Object.keys(patch)));
      }
    }
  });
});
