import type { ObjectDialect } from "@/engine/keras-object/dialect";
import { modernDialect } from "@/engine/keras-object/dialect";

/** tf 1.4: everything in its oldest form. */
export const oldest: ObjectDialect = {
  initializerDefaults: "core",
  presetsAreVarianceScaling: true,
  truncationCorrection: false,
  constantPadsShortLists: true,
  initializerConfigHoldsDtype: true,
  separateL1AndL2: false,
  finiteRegularizerFactors: false,
  radialConstraint: false,
  orthogonalRegularizer: false,
  objectForm: "plain",
};

/** The V1 classes of 2.3. */
export const classesOfV1: ObjectDialect = {
  ...oldest,
  initializerDefaults: "keras",
  presetsAreVarianceScaling: false,
  truncationCorrection: true,
  separateL1AndL2: true,
  radialConstraint: true,
};

/** 2.4 to 2.11: the modern classes in the plain form. */
export const plain: ObjectDialect = { ...modernDialect, objectForm: "plain" };

export const dialects = [
  ["oldest", oldest],
  ["V1 classes", classesOfV1],
  ["plain", plain],
  ["modern", modernDialect],
] as const;
