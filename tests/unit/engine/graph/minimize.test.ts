import { describe, expect, it } from "vitest";
import { BatchNormalization, adam, sgd } from "@/engine";
import type { BatchNormArguments, DType, Optimizer, Tensor } from "@/engine";
import {
  Graph,
  GraphKeys,
  Session,
  addN,
  identity,
  meanSquaredError,
  minimize,
  placeholder,
} from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { bitsOf } from "../support/tensors";
import { differences } from "../tensorflow/support/gradients";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { allProfiles, halfProfiles } from "../tensorflow/support/profiles";
import { gradientBy, readOf, variableOf } from "./support/gradients";

const shape = [6, 4];
const numbers = (seed: number, dtype: DType = "float32"): Tensor =>
  tensorOf(shape, uniform(shape, seed, [-1, 2]), dtype);

/** What a mean squared error passes back, as the graph computes it. */
function slopeOf({ shape: like, data, dtype }: Tensor, target: Tensor): Tensor {
  const errors = Float64Array.from(data, (y, i) => y - target.data[i]!);
  return tensorOf(
    like,
    errors.map((e) => (2 * e) / errors.length),
    dtype,
  );
}

const optimizers: Readonly<Record<string, () => Optimizer>> = {
  sgd: () => sgd({ learning_rate: 0.1 }),
  "sgd with momentum": () => sgd({ learning_rate: 0.1, momentum: 0.9 }),
  adam: () => adam({ learning_rate: 0.1 }),
};

/** Steps of an optimizer on a layer in a graph, and on an eager one by its trace's gradients. */
function trainedBoth(
  args: BatchNormArguments,
  optimizer: () => Optimizer,
  profile: (typeof allProfiles)[number],
) {
  const graph = new Graph();
  const dtype = args.dtype ?? "float32";
  const layer = new BatchNormalization(args, { graph, profile });
  const [x, target] = ["x", "target"].map((name) => placeholder(graph, { shape, dtype, name }));
  const y = layer.apply(x!, { training: true });
  const loss = addN([meanSquaredError(target!, y), ...layer.getLossesFor(null)]);
  const train = minimize(optimizer(), loss);
  const session = new Session(graph);
  const eager = new BatchNormalization(args, { profile });
  const eagerOptimizer = optimizer();
  for (let step = 0; step < 4; step++) {
    const [batch, goal] = [numbers(step, dtype), numbers(10 + step, dtype)];
    session.run(
      [train, ...layer.updates],
      [
        [x!, batch],
        [target!, goal],
      ],
    );
    const trace = eager.trace(batch, { training: true });
    eagerOptimizer.step(eager, trace.vjp(slopeOf(trace.outputs, goal)));
  }
  return { deferred: layer.getWeights(), eager: eager.getWeights() };
}

describe.each(allProfiles)("minimize in %s", (profile) => {
  it.each(Object.entries(optimizers))(
    "%s: four steps are those of the eager optimizer, bit for bit",
    (_name, optimizer) => {
      const { deferred, eager } = trainedBoth({ momentum: 0.9 }, optimizer, profile);
      expect(deferred.map(bitsOf)).toEqual(eager.map(bitsOf));
      expect(deferred[0]!.data).not.toEqual(new Float32Array([1, 1, 1, 1]));
    },
  );

  it("constraints project: bit for bit", () => {
    const args = { gamma_constraint: "unit_norm", beta_constraint: "non_neg" };
    const { deferred, eager } = trainedBoth(args, optimizers["sgd"]!, profile);
    expect(deferred.map(bitsOf)).toEqual(eager.map(bitsOf));
    expect(Math.hypot(...deferred[0]!.data)).toBeAllClose(1, { absolute: 1e-6 });
  });

  it.each(["float32", "float64"] as const)(
    "regularizers pull, in %s: within rounding of the eager step, which rounds once less",
    (dtype) => {
      const args = { dtype, gamma_regularizer: "l2", beta_regularizer: "l1" };
      const { deferred, eager } = trainedBoth(args, optimizers["sgd"]!, profile);
      const relative = dtype === "float32" ? 1e-6 : 1e-14;
      deferred.forEach(({ data }, i) => {
        expect(data).toBeAllClose(eager[i]!.data, { relative, absolute: relative });
      });
    },
  );
});

describe.each(halfProfiles)("minimize in %s", (profile) => {
  it.each(["float16", "float64"] as const)("%s: the eager steps, bit for bit", (dtype) => {
    const { deferred, eager } = trainedBoth({ dtype }, optimizers["adam"]!, profile);
    expect(deferred.map(bitsOf)).toEqual(eager.map(bitsOf));
  });
});

describe("gradients", () => {
  const graph = new Graph();
  const session = new Session(graph);
  const small = [2, 3];
  const at = [1, 2].map((seed) => uniform(small, seed, [-1, 1]));
  const variables = at.map((values, i) =>
    variableOf(graph, `v${i}`, tensorOf(small, values, "float64")),
  );
  const [a, b] = variables.map((variable) => readOf(graph, variable)) as [
    SymbolicTensor,
    SymbolicTensor,
  ];

  /** The gradient by one of the variables, and the differences of the loss as that variable moves. */
  const bothWays = (loss: SymbolicTensor, i: number) => {
    const [variable, centre] = [variables[i]!, at[i]!];
    const slope = differences(Float64Array.from(centre), (moved) => {
      variable.assign(tensorOf(small, moved, "float64"));
      return session.run(loss).data[0]!;
    });
    variable.assign(tensorOf(small, centre, "float64"));
    return { slope, gradient: session.run(gradientBy(loss, variable)).data };
  };

  it.each([
    ["meanSquaredError", () => meanSquaredError(a, b)],
    ["addN", () => meanSquaredError(addN([a, b, a]), b)],
    ["identity", () => meanSquaredError(identity(a), addN([identity(b)]))],
    ["losses added", () => addN([meanSquaredError(a, b), meanSquaredError(b, addN([a, a]))])],
  ])("of %s are differences of its values, within 1e-8", (_name, make) => {
    const loss = make();
    for (const i of [0, 1]) {
      const { slope, gradient } = bothWays(loss, i);
      expect(gradient).toBeAllClose(slope, { absolute: 1e-8 });
    }
  });

  it.each([true, false])(
    "pass through the layer to what is before it (training %s), within 1e-7",
    (training) => {
      const layer = new BatchNormalization({ dtype: "float64" }, { graph });
      const loss = meanSquaredError(layer.apply(addN([a, a]), { training }), b);
      for (const i of [0, 1]) {
        const { slope, gradient } = bothWays(loss, i);
        expect(gradient).toBeAllClose(slope, { absolute: 1e-7 });
      }
    },
  );

  it("of a layer that is called twice are the sum of those of its calls", () => {
    const layer = new BatchNormalization({ dtype: "float64" }, { graph });
    const losses = [a, b].map((x) => meanSquaredError(a, layer.apply(x, { training: false })));
    const [gamma] = layer.weights;
    const gradients = [...losses, addN(losses)].map((loss) => gradientBy(loss, gamma!));
    const [first, second, both] = session.run(gradients);
    expect(both!.data).toBeAllClose(
      first!.data.map((value, i) => value + second!.data[i]!),
      { relative: 1e-15 },
    );
  });

  it("of a regularizer and of an activity regularizer are differences of the losses, within 1e-8", () => {
    const layer = new BatchNormalization(
      { dtype: "float64", gamma_regularizer: "l2", activity_regularizer: "l2" },
      { graph },
    );
    const y = layer.apply(a, { training: true });
    const losses = [null, a].flatMap((inputs) => layer.getLossesFor(inputs));
    expect(losses.length).toBe(2);
    const { slope, gradient } = bothWays(addN([meanSquaredError(y, b), ...losses]), 0);
    expect(gradient).toBeAllClose(slope, { absolute: 1e-7 });
  });

  it("stop at a tensor that is fed: what it would be computed from does not move", () => {
    const own = new Graph();
    const x = placeholder(own, { shape: [null, 2] });
    const layers = [1, 2].map(() => new BatchNormalization({}, { graph: own }));
    const [hidden, y] = layers.reduce<SymbolicTensor[]>(
      (tensors, layer) => [...tensors, layer.apply(tensors.at(-1) ?? x, { training: true })],
      [],
    ) as [SymbolicTensor, SymbolicTensor];
    const train = minimize(sgd(), meanSquaredError(x, y));
    new Session(own).run(train, [
      [
        x,
        [
          [1, 2],
          [3, 5],
        ],
      ],
      [
        hidden,
        [
          [0, 1],
          [2, 0],
        ],
      ],
    ]);
    expect(Array.from(layers[0]!.weights[0]!.value.data)).toEqual([1, 1]);
    expect(Array.from(layers[1]!.weights[0]!.value.data)).not.toEqual([1, 1]);
  });
});

describe("what minimize moves", () => {
  const inGraph = () => {
    const graph = new Graph();
    const x = placeholder(graph, { shape: [null, 2], name: "x" });
    const layers = ["one", "two"].map((name) => new BatchNormalization({ name }, { graph }));
    const [y, z] = layers.map((layer) => layer.apply(x, { training: true }));
    return { graph, x, layers, y: y!, z: z!, loss: meanSquaredError(x, y!) };
  };
  const batch = [
    [1, 2],
    [3, 7],
  ];

  it("is what the loss is computed from, of TRAINABLE_VARIABLES, or of the variables given", () => {
    const { graph, layers, loss } = inGraph();
    const [gamma, beta] = layers[0]!.weights;
    expect(minimize(sgd(), loss).writes).toEqual([gamma, beta]);
    expect(minimize(sgd(), loss, { variables: [beta!] }).writes).toEqual([beta]);
    expect(graph.getCollection(GraphKeys.TRAINABLE_VARIABLES).length).toBe(4);
  });

  it("is not the moving statistics", () => {
    const { graph, x, layers, loss } = inGraph();
    new Session(graph).run(minimize(sgd(), loss), [[x, batch]]);
    expect(
      layers[0]!
        .getWeights()
        .slice(2)
        .map(({ data }) => [...data]),
    ).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("the loss fetched with a step is that before the step, or that of its outputs", () => {
    const { graph, x, loss } = inGraph();
    const train = minimize(sgd({ learning_rate: 0.5 }), loss);
    const session = new Session(graph);
    const before = session.run(loss, [[x, batch]]).data[0];
    const [, value] = session.run([train, loss], [[x, batch]]);
    expect(value.data[0]).toBe(before);
    expect(session.run(loss, [[x, batch]]).data[0]).toBeLessThan(before!);
  });

  it("must be something: a loss without variables is refused", () => {
    const { graph, x, loss } = inGraph();
    expect(refusedBy(() => minimize(sgd(), meanSquaredError(x, x)))).toEqual({
      code: "no-gradients",
      kind: "ValueError",
      message:
        "loss must depend on a variable to train: there are no gradients for any of them. Received: loss=MeanSquaredError_1, variables=[one/gamma, one/beta, two/gamma, two/beta]",
    });
    expect(refusedBy(() => minimize(sgd(), loss, { variables: [] })).message).toBe(
      "loss must depend on a variable to train: there are no gradients for any of them. Received: loss=MeanSquaredError, variables=[]",
    );
    expect(graph.operations.some(({ type }) => type === "minimize")).toBe(false);
  });
});

it("a variable that is given twice is stepped once", () => {
  const stepped = (times: number) => {
    const graph = new Graph();
    const x = placeholder(graph, { shape: [null, 2] });
    const layer = new BatchNormalization({}, { graph });
    const loss = meanSquaredError(x, layer.apply(x, { training: true }));
    const [gamma] = layer.weights;
    const variables = new Array(times).fill(gamma!);
    const train = minimize(sgd({ learning_rate: 0.1, momentum: 0.9 }), loss, { variables });
    expect(train.writes).toEqual([gamma]);
    const batch = [
      [1, 2],
      [3, 7],
    ];
    for (let step = 0; step < 3; step++) new Session(graph).run(train, [[x, batch]]);
    return bitsOf(gamma!.value);
  };
  expect(stepped(2)).toBe(stepped(1));
});
