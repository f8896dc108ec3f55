import type { Kernels } from "../kernels";
import { affine, centredAffine } from "./affine";
import { inferenceGradients, trainingGradients } from "./gradients";
import { moments } from "./moments";
import { normalize } from "./normalize";
import { gradientSums, inputGradients } from "./rounded-gradients";

/** Readable arithmetic in float64, rounded where it is asked to be; every other backend is measured against it. */
export const referenceKernels: Kernels = {
  name: "reference",
  moments,
  affine,
  centredAffine,
  normalize,
  gradientSums,
  inputGradients,
  trainingGradients,
  inferenceGradients,
};
