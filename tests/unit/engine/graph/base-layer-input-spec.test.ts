import { describe, expect, it } from "vitest";
import { Layer } from "@/engine";
import type { DType, LayerInputs, LayerOptions, LayerOutputs, NestedNumbers } from "@/engine";
import { Graph, constant, placeholder } from "@/engine/graph";
import type { SymbolicTensor } from "@/engine/graph";
import type { InputSpec } from "@/engine/base-layer/input-spec";
import { refusedBy } from "../support/refused";
import { collectingProfiles } from "./support/deferred-layer";

/** Hands on inputs that are as its specification says. */
class Specified extends Layer {
  readonly spec: InputSpec;

  constructor(spec: InputSpec, options: LayerOptions) {
    super({}, options);
    this.spec = spec;
  }

  protected override get inputSpec(): InputSpec {
    return this.spec;
  }

  override call(inputs: LayerInputs): LayerOutputs {
    return inputs as LayerOutputs;
  }
}

type Input = (graph: Graph) => SymbolicTensor;
const of =
  (values: NestedNumbers, dtype: DType = "float32"): Input =>
  (graph) =>
    constant(graph, values, { dtype });
const unknown: Input = (graph) => placeholder(graph);

const noRank =
  "inputs must have a known rank: the layer asks for one (undefined rank). Received: inputs.shape=null";

interface SpecCase {
  readonly test: string;
  readonly spec: InputSpec;
  readonly refused: readonly (readonly [Input, string])[];
  readonly taken: readonly Input[];
}

const cases: readonly SpecCase[] = [
  {
    test: "testInputSpecNdimCheck",
    spec: { ndim: 2 },
    refused: [
      [unknown, noRank],
      [
        of([1]),
        "inputs must have the rank the layer was built for: expected ndim=2, found ndim=1. Received: inputs.shape=[1]",
      ],
    ],
    taken: [of([[1], [2]])],
  },
  {
    test: "testInputSpecMinNdimCheck",
    spec: { minNdim: 2 },
    refused: [
      [unknown, noRank],
      [
        of([1]),
        "inputs must have a rank the layer takes: expected min_ndim=2, found ndim=1. Received: inputs.shape=[1]",
      ],
    ],
    taken: [of([[1], [2]]), of([[[1], [2]]])],
  },
  {
    test: "testInputSpecMaxNdimCheck",
    spec: { maxNdim: 2 },
    refused: [
      [unknown, noRank],
      [
        of([[[1], [2]]]),
        "inputs must have a rank the layer takes: expected max_ndim=2, found ndim=3. Received: inputs.shape=[1, 2, 1]",
      ],
    ],
    taken: [of([1]), of([[1], [2]])],
  },
  {
    test: "testInputSpecDtypeCheck",
    spec: { dtype: "float32" },
    refused: [
      [
        of(1, "float64"),
        "inputs must have the dtype the layer asks for: expected dtype=float32, found dtype=float64. Received: inputs.dtype=float64",
      ],
    ],
    taken: [unknown, of(1)],
  },
  {
    test: "testInputSpecAxesCheck",
    spec: { axes: [[-1, 2]] },
    refused: [
      [
        of([1, 2, 3]),
        "inputs must have the channels the layer was built for: expected axis -1 of input shape to have value 2. Received: inputs.shape=[3]",
      ],
    ],
    taken: [
      of([1, 2]),
      of([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    ],
  },
  {
    test: "testInputSpecShapeCheck",
    spec: { shape: [null, 3] },
    refused: [
      [
        of([[1, 2]]),
        "inputs must have the channels the layer was built for: expected axis 1 of input shape to have value 3. Received: inputs.shape=[1, 2]",
      ],
    ],
    taken: [
      of([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ],
  },
  { test: "testNoInputSpec", spec: {}, refused: [], taken: [unknown, of(1), of([[1], [2]])] },
];

describe.each(collectingProfiles)("%s", (profile) => {
  it.each(cases)("$test: what fits is taken, anything else refused", ({ spec, refused, taken }) => {
    for (const [input, message] of refused) {
      const graph = new Graph();
      const layer = new Specified(spec, { graph, profile });
      const x = input(graph);
      expect(refusedBy(() => layer.apply(x))).toMatchObject({ kind: "ValueError", message });
      expect(layer.built).toBe(false);
      expect(layer.inboundNodes).toEqual([]);
    }
    for (const input of taken) {
      const graph = new Graph();
      const layer = new Specified(spec, { graph, profile });
      const x = input(graph);
      expect((layer.apply(x) as SymbolicTensor).shape).toEqual(x.shape);
      expect(layer.built).toBe(true);
    }
  });
});
