/** How the versions differ in what they call, default and write for these objects; every profile is one of these too. */
export interface ObjectDialect {
  /** "core": tf 1.4's defaults (normal stddev 1, uniform 0..1); "keras": 0.05 (since 1.12). */
  readonly initializerDefaults: "core" | "keras";
  /** lecun/he/glorot are functions returning VarianceScaling, and serialize as it (tf 1.4). */
  readonly presetsAreVarianceScaling: boolean;
  /** The 0.8796 correction of truncated normals; without it only the distributions normal and uniform exist (tf 1.4). */
  readonly truncationCorrection: boolean;
  /** TF1 constants: a shorter list is padded with its last element, a longer one refused. */
  readonly constantPadsShortLists: boolean;
  /** V1 initializers write dtype: "float32" into their config. */
  readonly initializerConfigHoldsDtype: boolean;
  /** false: l1(), l2() are functions returning L1L2; true: classes L1 and L2 exist (2.3+). */
  readonly separateL1AndL2: boolean;
  /** Non-number, infinite and NaN factors are refused (2.4+). Before, only non-numbers fail. */
  readonly finiteRegularizerFactors: boolean;
  /** RadialConstraint exists (2.x). */
  readonly radialConstraint: boolean;
  /** OrthogonalRegularizer exists (latest Keras 2). */
  readonly orthogonalRegularizer: boolean;
  /** "registered": {module, class_name, config, registered_name} (Keras 2.12+); "plain": {class_name, config}. */
  readonly objectForm: "plain" | "registered";
}

/** The latest Keras 2; what the site checks identifiers against when no version is chosen. */
export const modernDialect: ObjectDialect = {
  initializerDefaults: "keras",
  presetsAreVarianceScaling: false,
  truncationCorrection: true,
  constantPadsShortLists: false,
  initializerConfigHoldsDtype: false,
  separateL1AndL2: true,
  finiteRegularizerFactors: true,
  radialConstraint: true,
  orthogonalRegularizer: true,
  objectForm: "registered",
};
