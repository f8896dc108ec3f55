import { describe, expect, it } from "vitest";
import { controlsFor, widgetsFor } from "@/components/widgets/for-argument";
import { widgetList } from "@/components/widgets/registry";
import { documentedArgs } from "@/engine/spec/batch-norm";
import { experimentArgs } from "@/engine/spec/experiment";

const varied = new Set<string>(experimentArgs.map(({ name }) => name));

describe("the subjects of figures", () => {
  it.each(widgetList)("are arguments that $id reads, each once", ({ reads, subjects }) => {
    expect(reads).toEqual(expect.arrayContaining([...subjects]));
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it("are all documented arguments but one, which no figure is about", () => {
    const subjects = new Set<string>(widgetList.flatMap((widget) => widget.subjects));
    expect(documentedArgs.map(({ name }) => name).filter((name) => !subjects.has(name))).toEqual([
      "dtype",
    ]);
  });
});

describe.each(documentedArgs)("the figures for $name", ({ name }) => {
  const figures = widgetsFor(name);

  it("begin with one that is about it, if there is one", () => {
    const isAbout = ({ subjects }: (typeof figures)[number]): boolean =>
      subjects.some((subject) => subject === name);
    expect(isAbout(figures[0]!)).toBe(widgetList.some(isAbout));
  });

  it("are all that read it, each once", () => {
    const reading = widgetList.filter(({ reads }) => reads.includes(name));
    expect(figures).toHaveLength(reading.length);
    expect(figures).toEqual(expect.arrayContaining(reading));
  });

  it("have controls on its page that work there, its own among them", () => {
    const controls = controlsFor(name, figures[0]!);
    expect(controls.length).toBeGreaterThan(0);
    expect(figures[0]!.controls).toEqual(expect.arrayContaining([...controls]));
    expect(controls.some((control) => control === name)).toBe(varied.has(name));
  });
});

it.each([
  ["momentum", "batch-vs-moving"],
  ["inputs", "normalize-steps"],
  ["epsilon", "distribution"],
  ["training", "train-vs-inference"],
  ["mask", "train-vs-inference"],
  ["renorm_clipping", "renorm-clipping"],
  ["virtual_batch_size", "ghost-batches"],
  ["trainable", "frozen"],
  // There β is drawn at once; the parameters' figure opens with γ.
  ["beta_initializer", "distribution"],
  ["gamma_initializer", "parameters"],
  ["beta_regularizer", "parameters"],
  ["gamma_constraint", "parameters"],
  ["adjustment", "adjustment"],
  ["axis", "axis"],
  ["fused", "fused"],
  ["reuse", "shared-variables"],
  ["dtype", "batch-vs-moving"],
])("The page of %s opens with the figure %s.", (argument, id) => {
  expect(widgetsFor(argument)[0]?.id).toBe(id);
});

it("An argument without controls of its own is shown with those of an embed.", () => {
  const [figure] = widgetsFor("training");
  expect(controlsFor("training", figure!)).toBe(figure!.embedded);
});
