import { unrounded } from "../../core/rounding";
import type { Rounding } from "../../core/rounding";
import type { ChannelView } from "../../tensor/channel-view";
import type {
  BackwardInputs,
  BatchNormalizing,
  CentredLine,
  GradientSums,
  InputGradientLine,
  Kernels,
  Line,
  LineGradients,
  Moments,
  MomentsOptions,
  NormalizedBatch,
  Operand,
  PerChannel,
} from "../kernels";
import { referenceKernels } from "../reference";
import type { WasmBackend } from "./backend";
import { CallFrame } from "./call-frame";
import type { Address } from "./instance";
import { staged } from "./staging";

/**
 * The kernels of source/ as a backend, for float32 tensors. Every result is a float32 number, rounded where TensorFlow's
 * operations round; sums of many terms are added up in another order than the reference's, and more exactly.
 *
 * What the SIMD kernels do not have, weighted elements and empty tensors, the reference does on the same memory.
 */
export function wasmKernels({ exports, memory }: WasmBackend): Kernels {
  const frame = new CallFrame(memory);

  function lineInto(x: Operand, view: ChannelView, line: Line | CentredLine, out: Operand): void {
    frame.start(view.panels, view.channelCount, 3);
    const panels = frame.panels(view.panels);
    const mean = "mean" in line ? frame.filled(line.mean) : 0;
    const scale = frame.filled(line.scale);
    const offset = frame.filled(line.offset);
    staged(memory, [x], out, (y, from) => {
      exports.line(panels, from, y, mean, scale, offset);
    });
  }

  function moments(x: Operand, view: ChannelView, options: MomentsOptions): Moments {
    if (options.elementWeights !== undefined || view.elementCount === 0) {
      return referenceKernels.moments(x, view, options);
    }
    frame.start(view.panels, view.channelCount, 2);
    const panels = frame.panels(view.panels);
    const [mean, variance] = [frame.empty(), frame.empty()];
    staged(memory, [x], null, (_, from) => {
      exports.moments(panels, from, mean, variance);
    });
    return { mean: frame.read(mean), variance: frame.read(variance) };
  }

  const affine = (x: Operand, view: ChannelView, { scale, offset, round }: Line, out: Operand) =>
    lineInto(x, view, { scale, offset, round }, out);

  function normalize(
    x: Operand,
    view: ChannelView,
    given: BatchNormalizing,
    out: Operand,
  ): NormalizedBatch {
    if (view.elementCount === 0) return referenceKernels.normalize(x, view, given, out);
    const { parameters, gamma, beta } = given;
    frame.start(view.panels, view.channelCount, 9);
    const panels = frame.panels(view.panels);
    const mean = frame.empty();
    const variance = frame.empty();
    const inverseDeviation = frame.empty();
    const scale = frame.empty();
    const offset = frame.empty();
    const call = frame.structure(
      mean,
      variance,
      inverseDeviation,
      scale,
      offset,
      gamma === null ? frame.repeated(1, parameters) : frame.filled(gamma),
      beta === null ? frame.repeated(0, parameters) : frame.filled(beta),
      parameters,
      0,
      Number(given.isCentred),
    );
    memory.floats[call / 4 + 8] = given.epsilon;
    staged(memory, [x], out, (y, from) => exports.normalize(panels, from, y, call));
    const ghosts = view.channelCount / parameters;
    const shared = (statistic: Address): PerChannel => {
      if (ghosts === 1) return frame.read(statistic);
      const average = frame.empty();
      exports.average(statistic, ghosts, parameters, average);
      return frame.read(average, parameters);
    };
    return {
      shared: { mean: shared(mean), variance: shared(variance) },
      moments: frame.whileValid(() => ({ mean: frame.read(mean), variance: frame.read(variance) })),
      normalization: frame.whileValid(() => ({
        inverseDeviation: frame.read(inverseDeviation),
        scale: frame.read(scale),
        offset: frame.read(offset),
      })),
    };
  }

  function gradientSums(x: Operand, dy: Operand, view: ChannelView, round: Rounding): GradientSums {
    if (view.elementCount === 0) return referenceKernels.gradientSums(x, dy, view, round);
    return sumsAbout(null, x, dy, view);
  }

  function sumsAbout(
    centre: ArrayLike<number> | null,
    x: Operand,
    dy: Operand,
    view: ChannelView,
  ): GradientSums {
    frame.start(view.panels, view.channelCount, 3);
    const panels = frame.panels(view.panels);
    const about = centre === null ? 0 : frame.filled(centre);
    const [sums, products] = [frame.empty(), frame.empty()];
    staged(memory, [x, dy], null, (_, xAt, dyAt) => {
      exports.gradientSums(panels, xAt, dyAt, about, sums, products);
    });
    return { dy: frame.read(sums), products: frame.read(products) };
  }

  function inputGradients(
    { x, dy }: Pick<BackwardInputs, "x" | "dy">,
    view: ChannelView,
    line: InputGradientLine,
    dx: Operand,
  ): void {
    frame.start(view.panels, view.channelCount, 4);
    const panels = frame.panels(view.panels);
    const mean = frame.filled(line.mean);
    const slope = frame.filled(line.slope);
    const offset = frame.filled(line.offset);
    const curvature = frame.filled(line.curvature);
    staged(memory, [x, dy], dx, (to, xAt, dyAt) => {
      exports.inputGradients(panels, xAt, dyAt, to, mean, slope, offset, curvature);
    });
  }

  function trainingGradients(given: BackwardInputs, view: ChannelView, dx: Operand): LineGradients {
    if (given.elementWeights !== undefined || view.elementCount === 0) {
      return referenceKernels.trainingGradients(given, view, dx);
    }
    frame.start(view.panels, view.channelCount, 8);
    const panels = frame.panels(view.panels);
    const scale: Address = frame.empty();
    const offset: Address = frame.empty();
    const call = frame.structure(
      frame.filled(given.mean),
      frame.filled(given.inverseDeviation),
      frame.filled(given.scale),
      scale,
      offset,
      frame.empty(),
      frame.empty(),
      frame.empty(),
      Number(given.round === unrounded),
    );
    staged(memory, [given.x, given.dy], dx, (to, xAt, dyAt) => {
      exports.gradients(panels, xAt, dyAt, to, call);
    });
    return { scale: frame.read(scale), offset: frame.read(offset) };
  }

  function inferenceGradients(
    given: BackwardInputs,
    view: ChannelView,
    dx: Operand,
  ): LineGradients {
    if (view.elementCount === 0) return referenceKernels.inferenceGradients(given, view, dx);
    const { x, dy, mean, inverseDeviation, scale } = given;
    const slope = inverseDeviation.map((inverse, c) => Math.fround(inverse * scale[c]!));
    // What is added has to leave a product of −0 as it is.
    affine(dy, view, { scale: slope, offset: slope.map(() => -0), round: given.round }, dx);
    const isCentred = given.round === unrounded;
    const sums = sumsAbout(isCentred ? mean : null, x, dy, view);
    const round = Math.fround;
    const about = isCentred
      ? sums.products
      : sums.products.map((sum, c) => round(sum - round(sums.dy[c]! * round(mean[c]!))));
    return { scale: about.map((sum, c) => round(sum * inverseDeviation[c]!)), offset: sums.dy };
  }

  return {
    name: "wasm",
    moments,
    affine,
    centredAffine: lineInto,
    normalize,
    gradientSums,
    inputGradients,
    trainingGradients,
    inferenceGradients,
  };
}
