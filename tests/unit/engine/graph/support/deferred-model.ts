import { BatchNormalization, sgd } from "@/engine";
import type { ProfileId } from "@/engine";
import { Graph, Session, group, minimize, placeholder } from "@/engine/graph";
import { onesKernel } from "../../tensorflow/support/convolution";
import { imageShape, kernelShape } from "../../tensorflow/support/convolution-model";
import type { ModelMaker } from "../../tensorflow/support/convolution-model";
import { absoluteSum } from "../../tensorflow/support/model";
import { trainingIn } from "./deferred-layer";
import { convolutionOf, lossOf } from "./operations";

/** Models in a graph of their own: a training step runs `minimize` with the layer's updates. */
export const deferredModelIn =
  (profile: ProfileId): ModelMaker =>
  (args) => {
    const graph = new Graph();
    const session = new Session(graph);
    const dtype = args.dtype ?? "float32";
    const images = placeholder(graph, { shape: imageShape, dtype, name: "images" });
    const training = trainingIn(graph);
    const kernel = graph.getVariable("conv/kernel", kernelShape, {
      dtype,
      initializer: () => onesKernel(kernelShape, dtype).data,
    });
    const layer = new BatchNormalization(args, { graph, profile });
    const convolution = convolutionOf(images, kernel);
    const loss = lossOf(layer.apply(convolution, { training }), absoluteSum);
    const step = group([minimize(sgd({ learning_rate: 0.01 }), loss), ...layer.updates]);
    return {
      layer,
      variables: () => [kernel.value, ...layer.getWeights()],
      restore([first, ...weights]) {
        kernel.assign(first!);
        layer.setWeights(weights);
      },
      train(image, isTraining) {
        session.run(step, [
          [images, image],
          [training, isTraining],
        ]);
      },
      loss: (image) =>
        session.run(loss, [
          [images, image],
          [training, false],
        ]).data[0]!,
    };
  };
