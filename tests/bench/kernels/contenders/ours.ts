import { BatchNormalization, residentTensor, tensor } from "@/engine";
import type { BackendId, ResidentTensor, Tensor } from "@/engine";
import type { ContenderId } from "@/content/benchmarks/kernel-report";
import type { Case } from "../cases";
import type { Inputs } from "../inputs";
import { namedResults, workOf } from "./contender";
import type { Contender, Prepared, Results, Work } from "./contender";

/** What may have to be freed. */
type Placed = Tensor | ResidentTensor;

const free = (tensors: readonly Placed[]): void => {
  for (const tensor of tensors) if ("dispose" in tensor) tensor.dispose();
};

const place = (data: Float32Array, shape: readonly number[], backend: BackendId): Placed =>
  backend === "reference" ? tensor(data, { shape }) : residentTensor(data, { shape });

function layerFor(of: Case, inputs: Inputs, backend: BackendId): BatchNormalization {
  const layer = new BatchNormalization(of.layer, { backend });
  layer.build(inputs.shape);
  const [gamma] = layer.weights;
  // Ghost batches give the parameters an axis more.
  const weight = (data: Float32Array): Tensor => tensor(data, { shape: gamma!.value.shape });
  layer.assign({
    gamma: weight(inputs.gamma),
    beta: weight(inputs.beta),
    moving_mean: weight(inputs.movingMean),
    moving_variance: weight(inputs.movingVariance),
  });
  return layer;
}

// The backend may put something else where a tensor was once it is freed.
const read = (tensors: readonly Tensor[]): Promise<Results> =>
  namedResults(tensors, ({ data }) => Promise.resolve(data.slice()));

/** As other libraries return them: the layer keeps its moving statistics to itself. */
function withMovingStatistics(
  layer: BatchNormalization,
  [outputs, ...gradients]: readonly Tensor[],
): readonly Tensor[] {
  const [, , movingMean, movingVariance] = layer.getWeights();
  return [outputs!, movingMean!, movingVariance!, ...gradients];
}

function worksFor(layerFor: () => BatchNormalization, x: Tensor, dy: Tensor): Prepared["works"] {
  const training = (start: (layer: BatchNormalization) => readonly Tensor[]): Work => {
    const layer = layerFor();
    return workOf({
      start: () => start(layer),
      read: (results) => read(withMovingStatistics(layer, results)),
      free,
    });
  };
  const trained = layerFor();
  return {
    forward: training((layer) => [layer.call(x, { training: true })]),
    "forward + backward": training((layer) => {
      const trace = layer.trace(x, { training: true });
      const { inputs, gamma, beta } = trace.vjp(dy);
      return [trace.outputs, inputs, gamma!, beta!];
    }),
    inference: workOf({ start: () => [trained.call(x)], read, free }),
  };
}

const contender = (id: ContenderId & BackendId, what: string): Contender => ({
  id,
  what,
  refusal: () => undefined,
  prepare(of, inputs) {
    const x = place(inputs.x, inputs.shape, id);
    const dy = place(inputs.dy, inputs.shape, id);
    return Promise.resolve({
      works: worksFor(() => layerFor(of, inputs, id), x, dy),
      dispose: () => free([x, dy]),
    });
  },
});

export const wasm = contender("wasm", "this engine, backend wasm, resident tensors");

/** What the results of all others are compared with. */
export const reference = contender("reference", "this engine, backend reference");
