import type { BatchNormArguments, BatchNormalization, ProfileId, Tensor } from "@/engine";
import { layerIn } from "./layers";
import { absoluteSum, convolution, normalization, predict, trainOnBatch } from "./model";

/** Of the images that the model is for. */
export const imageShape = [2, 4, 5, 3] as const;
export const kernelShape = [3, 3, 3, 2] as const;

/** A convolution of images with two filters, then Batch Normalization, and the loss Σ|y|. */
export interface ConvolutionModel {
  readonly layer: BatchNormalization;
  /** The kernel and the layer's weights. */
  variables(): readonly Tensor[];
  /** Replaces what `variables` gives: what restoring a checkpoint does. */
  restore(variables: readonly Tensor[]): void;
  /** A step of gradient descent with rate 0.01; in training mode the statistics move too. */
  train(image: Tensor, training: boolean): void;
  /** The loss at inference. */
  loss(image: Tensor): number;
}

export type ModelMaker = (args: BatchNormArguments) => ConvolutionModel;

/** Models that compute when they are called. */
export const eagerModelIn =
  (profile: ProfileId): ModelMaker =>
  (args) => {
    const layer = layerIn(profile, args);
    layer.build([2, 2, 3, 2]);
    const [size, , channels, filters] = kernelShape;
    const conv = convolution([size, channels, filters], args.dtype ?? "float32");
    const blocks = [conv, normalization(layer)];
    return {
      layer,
      variables: () => [conv.kernel, ...layer.getWeights()],
      restore([kernel, ...weights]) {
        conv.kernel = kernel!;
        layer.setWeights(weights);
      },
      train(image, training) {
        trainOnBatch(blocks, image, absoluteSum, { training });
      },
      loss: (image) => absoluteSum(predict(blocks, image)).value,
    };
  };
