import type { Kernels } from "../kernels";
import { affine, centredAffine } from "./affine";
import { inferenceGradients, trainingGradients } from "./gradients";
import { moments } from "./moments";

/** Readable float64 arithmetic; every other backend is measured against it. */
export const referenceKernels: Kernels = {
  name: "reference",
  moments,
  affine,
  centredAffine,
  trainingGradients,
  inferenceGradients,
};
