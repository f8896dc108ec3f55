import { describe, expect, it } from "vitest";
import type { RunFigure, RunModel } from "@/components/run-figure/run-figure";
import { parts as adjustmentParts } from "@/components/widgets/adjustment/parts";
import { parts as pathsParts } from "@/components/widgets/batch-vs-moving/parts";
import { parts as frozenParts } from "@/components/widgets/frozen/parts";
import { parts as ghostParts } from "@/components/widgets/ghost-batches/parts";
import { parts as parametersParts } from "@/components/widgets/parameters/parts";
import { parts as renormParts } from "@/components/widgets/renorm-clipping/parts";
import { layerConfigOf, runSettingsOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { adjusted } from "@/workers/adjusted";
import { whole } from "@/workers/client/whole-run";
import type { Reply, RunRequest, RunResults, Sent } from "@/workers/contract";
import { freezing } from "@/workers/freezing";
import { parameters } from "@/workers/parameters";
import { paths } from "@/workers/paths";
import { run } from "@/workers/run";

/** No other list in a model has as many numbers. */
const steps = 47;

interface Case<Method extends keyof RunResults> {
  readonly method: Method;
  readonly ask: (request: RunRequest, onStep: () => undefined) => Promise<Sent<Method>>;
  readonly figure: Pick<RunFigure<RunModel, RunResults[Method]>, "widget" | "model">;
  readonly patch?: Partial<Experiment>;
  /** How many lists of numbers over the run its model holds. */
  readonly lists: number;
}

/** A figure at two steps of a run, whose second result the page puts together with the first. */
async function atTwoSteps<Method extends keyof RunResults>(
  of: Case<Method>,
): Promise<readonly RunModel[]> {
  const { method, ask, figure, patch } = of;
  const models: RunModel[] = [];
  let previous: RunResults[Method] | null = null;
  for (const step of [20, 21]) {
    const base = { ...startOf(figure.widget), data: "gaussian", ...patch } as const;
    const experiment = { ...base, steps, step } as Experiment;
    const request: RunRequest = {
      layer: layerConfigOf(experiment),
      run: runSettingsOf(experiment),
      dataRoot: "https://lab.example/",
      ...(previous !== null && { known: previous.run }),
    };
    const reply: Reply<Sent<Method>> = { ok: true, value: await ask(request, () => undefined) };
    const result: Reply<RunResults[Method]> = whole(method, reply, previous);
    if (!result.ok) throw new TypeError(result.failure.message);
    previous = result.value;
    models.push(figure.model(experiment, result.value));
  }
  return models;
}

/** All lists of numbers over the run inside a model, by where they are. */
function listsIn(value: unknown, path = ""): readonly (readonly [string, Float64Array])[] {
  if (value instanceof Float64Array)
    return value.length === steps || value.length === steps + 1 ? [[path, value]] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => listsIn(part, `${path}.${name}`));
}

async function expectSame<Method extends keyof RunResults>(of: Case<Method>): Promise<void> {
  const [first, second] = (await atTwoSteps(of)).map((model) => new Map(listsIn(model)));
  expect([...first!.keys()]).toHaveLength(of.lists);
  expect([...second!.keys()]).toEqual([...first!.keys()]);
  const anew = [...second!].filter(([path, list]) => list !== first!.get(path));
  expect(anew.map(([path]) => path)).toEqual([]);
}

describe("the next step of a run leaves what is of the whole run as it is, so that it is not drawn anew", () => {
  it("in moving against batch statistics, of all channels", () =>
    expectSame({
      method: "paths",
      ask: paths,
      figure: pathsParts,
      patch: { all_channels: true, channels: 5 },
      lists: 3 * 2 * (1 + 5) + 1,
    }));

  it("in a frozen layer", () =>
    expectSame({ method: "freezing", ask: freezing, figure: frozenParts, lists: 12 }));

  it("in parameters", () =>
    expectSame({ method: "parameters", ask: parameters, figure: parametersParts, lists: 9 }));

  it("in an adjustment", () =>
    expectSame({ method: "adjusted", ask: adjusted, figure: adjustmentParts, lists: 2 }));

  it("in the corrections of renorm", () =>
    expectSame({ method: "run", ask: run, figure: renormParts, lists: 8 }));

  it("in ghost batches", () =>
    expectSame({ method: "run", ask: run, figure: ghostParts, lists: 4 }));
});
