import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, ProfileId, Warning } from "@/engine";
import {
  Graph,
  GraphKeys,
  Session,
  batchNormalization,
  constant,
  placeholder,
} from "@/engine/graph";
import type { FunctionalArguments, Operation, SymbolicTensor } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { bitsOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { allProfiles } from "../tensorflow/support/profiles";
import { collectingProfiles, quiet } from "./support/deferred-layer";

const shape = [6, 2];
const batch = (seed: number) => tensorOf(shape, uniform(shape, seed, [-3, 5]));
const untyped = (value: unknown): never => value as never;

type Clipping = NonNullable<FunctionalArguments["renorm_clipping"]>;
interface Bounds {
  readonly rmax: number;
  readonly rmin: number;
  readonly dmax: number;
}

/** The bounds in force in each run: they tighten, and are loosened again. */
const schedule: readonly Bounds[] = [
  { rmax: 3, rmin: 0.25, dmax: 5 },
  { rmax: 1, rmin: 1, dmax: 0 },
  { rmax: 1.25, rmin: 0.5, dmax: 0.125 },
  { rmax: 3, rmin: 0.25, dmax: 5 },
];

function inGraph() {
  const graph = new Graph();
  const x = placeholder(graph, { shape: [null, 2], name: "x" });
  const bounds = ["rmax", "rmin", "dmax"].map((name) => placeholder(graph, { shape: [], name }));
  const [rmax, rmin, dmax] = bounds as [SymbolicTensor, SymbolicTensor, SymbolicTensor];
  return { graph, x, rmax, rmin, dmax, session: new Session(graph) };
}

const args = { renorm: true, renorm_momentum: 0.5 } as const;

/** Runs of a call with bounds that placeholders give, and what an eager layer with their numbers makes of the same. */
function expectEager(
  profile: ProfileId,
  made: (x: SymbolicTensor, renorm_clipping: Clipping) => SymbolicTensor,
  updatesIn: (graph: Graph) => readonly Operation[],
): void {
  const { graph, x, rmax, rmin, dmax, session } = inGraph();
  const y = made(x, { rmax, rmin, dmax });
  const now: { bounds: Bounds } = { bounds: schedule[0]! };
  const eager = new BatchNormalization({ ...args, renorm_clipping: () => now.bounds }, { profile });
  const outputs = new Set<string>();
  schedule.forEach((bounds, run) => {
    now.bounds = bounds;
    const feeds = [
      [x, batch(run)],
      [rmax, bounds.rmax],
      [rmin, bounds.rmin],
      [dmax, bounds.dmax],
    ] as const;
    const expected = bitsOf(eager.call(batch(run), { training: true }));
    const [got] = session.run([y, updatesIn(graph)], feeds);
    expect(bitsOf(got)).toBe(expected);
    outputs.add(expected);
  });
  const variables = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
  expect(variables.map(({ value }) => bitsOf(value))).toEqual(eager.getWeights().map(bitsOf));
  expect(outputs.size).toBe(schedule.length);
}

describe.each(allProfiles)("symbolic bounds in %s", (profile) => {
  it("of a layer are in each run what the eager layer's numbers are, bit for bit", () => {
    let layer: BatchNormalization | undefined;
    expectEager(
      profile,
      (x, renorm_clipping) => {
        layer = new BatchNormalization({ ...args, renorm_clipping }, { graph: x.graph, profile });
        return layer.apply(x, { training: true });
      },
      () => layer!.updates,
    );
  });
});

describe.each(collectingProfiles)("symbolic bounds in %s", (profile) => {
  it("of the functional interface are in each run what the eager layer's numbers are, bit for bit", () => {
    expectEager(
      profile,
      (x, renorm_clipping) =>
        batchNormalization(x, { ...args, renorm_clipping, training: true }, { ...quiet, profile }),
      (graph) => graph.getCollection(GraphKeys.UPDATE_OPS),
    );
  });
});

describe("a bound", () => {
  it("changes one call from run to run", () => {
    const { graph, x, dmax, session } = inGraph();
    const renorm_clipping = { rmax: 1, rmin: 1, dmax };
    const y = new BatchNormalization({ ...args, renorm_clipping }, { graph }).apply(x, {
      training: true,
    });
    const run = (bound: number) =>
      bitsOf(
        session.run(y, [
          [x, batch(1)],
          [dmax, bound],
        ]),
      );
    const first = run(0);
    expect(run(0.5)).not.toBe(first);
    expect(run(0)).toBe(first);
  });

  it("has to be fed where a call needs it", () => {
    const { graph, x, rmax, session } = inGraph();
    const layer = new BatchNormalization({ ...args, renorm_clipping: { rmax } }, { graph });
    const y = layer.apply(x, { training: true });
    expect(refusedBy(() => session.run(y, [[x, batch(1)]]))).toEqual({
      code: "not-fed",
      kind: "ValueError",
      message: "rmax must be fed where something that is fetched needs it. Received: rmax=nothing",
    });
    expect([layer.step, y.operation.inputs.includes(rmax)]).toEqual([0, true]);
  });

  it("may be a constant, beside numbers, functions and null", () => {
    const { graph, x, session } = inGraph();
    const numbers = { rmax: 2, rmin: (step: number) => step / 4, dmax: null };
    const symbolic = { ...numbers, rmax: constant(graph, 2) };
    const layer = new BatchNormalization({ ...args, renorm_clipping: symbolic }, { graph });
    const y = layer.apply(x, { training: true });
    const eager = new BatchNormalization({ ...args, renorm_clipping: numbers });
    for (const seed of [1, 2, 3]) {
      const expected = bitsOf(eager.call(batch(seed), { training: true }));
      expect(bitsOf(session.run([y, layer.updates], [[x, batch(seed)]])[0])).toBe(expected);
    }
  });
});

describe("what is refused, with its whole message", () => {
  const { graph, x, rmax, session } = inGraph();
  const other = inGraph();
  const vector = placeholder(graph, { shape: [2], name: "vector" });
  const open = placeholder(graph, { name: "open" });
  const wrong = (name: string) => placeholder(graph, { shape: [], name });
  const layerOf = (
    renorm_clipping: BatchNormArguments["renorm_clipping"],
    options: { graph?: Graph } = { graph },
  ) => new BatchNormalization({ ...args, renorm_clipping }, options);

  it.each([
    [
      "an eager layer",
      () => layerOf({ rmax }, {}),
      "TypeError",
      "renorm_clipping must be a table of values for an eager layer. Received: rmax=rmax",
    ],
    [
      "a tensor of another graph",
      () => layerOf({ dmax: other.dmax }),
      "ValueError",
      "renorm_clipping must be of the same graph: the graphs are not the same. Received: renorm_clipping=dmax",
    ],
    [
      "a tensor of another graph, by the functional interface",
      () => batchNormalization(x, { ...args, renorm_clipping: { dmax: other.dmax } }, quiet),
      "ValueError",
      "renorm_clipping must be of the same graph: the graphs are not the same. Received: renorm_clipping=dmax",
    ],
    [
      "an unknown key",
      () => layerOf(untyped({ max: wrong("max"), rmax })),
      "ValueError",
      "renorm_clipping must be a table with no keys but rmax, rmin, dmax. Received: renorm_clipping with the keys max, rmax",
    ],
    [
      "a value that is no bound, beside a tensor",
      () => layerOf(untyped({ rmax, dmax: "wide" })),
      "TypeError",
      'renorm_clipping must be a table of numbers, scalar tensors or functions of the step. Received: dmax="wide"',
    ],
    [
      "a tensor that is no scalar",
      () => layerOf({ rmax: vector }),
      "TypeError",
      "renorm_clipping must be a table of numbers, scalar tensors or functions of the step. Received: rmax=vector of shape [2]",
    ],
    [
      "a value that is no scalar in a run",
      () => {
        const y = layerOf({ rmax: open }).apply(x, { training: true });
        return session.run(y, [
          [x, batch(1)],
          [open, [1, 2]],
        ]);
      },
      "TypeError",
      'renorm_clipping must be a table of numbers, scalar tensors or functions of the step. Received: rmax={"shape":[2],"dtype":"float32","data":Float32Array}',
    ],
  ])("%s", (_what, action, kind, message) => {
    expect(refusedBy(action)).toMatchObject({ kind, message });
  });
});

describe.each(allProfiles)("getConfig in %s", (profile) => {
  it("leaves symbolic bounds out, and warns of them where it writes renorm", () => {
    const { graph, rmax } = inGraph();
    const heard: Warning[] = [];
    const layer = new BatchNormalization(
      { ...args, name: "bn", renorm_clipping: { rmax, dmax: 2 } },
      { graph, profile, onWarning: (warning) => heard.push(warning) },
    );
    const config = layer.getConfig();
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
    if ("renorm" in config) expect(config["renorm_clipping"]).toEqual({ dmax: 2 });
    else expect(config).not.toHaveProperty("renorm_clipping");
    const clipping = heard.filter(({ message }) => message.startsWith("renorm_clipping"));
    expect(clipping.map(({ code, message }) => [code, message])).toEqual([
      [
        "config-omission",
        "renorm_clipping is not in the configuration of bn: its schedule is a function, which JSON cannot hold.",
      ],
    ]);
  });
});
