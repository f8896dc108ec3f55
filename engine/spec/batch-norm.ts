import type { ValueOf } from "./arg-spec";
import { adjustment } from "./args/adjustment";
import { axis } from "./args/axis";
import { betaConstraint } from "./args/beta-constraint";
import { betaInitializer } from "./args/beta-initializer";
import { betaRegularizer } from "./args/beta-regularizer";
import { center } from "./args/center";
import { dtype } from "./args/dtype";
import { epsilon } from "./args/epsilon";
import { fused } from "./args/fused";
import { gammaConstraint } from "./args/gamma-constraint";
import { gammaInitializer } from "./args/gamma-initializer";
import { gammaRegularizer } from "./args/gamma-regularizer";
import { inputs } from "./args/inputs";
import { mask } from "./args/mask";
import { momentum } from "./args/momentum";
import { movingMeanInitializer } from "./args/moving-mean-initializer";
import { movingVarianceInitializer } from "./args/moving-variance-initializer";
import { name } from "./args/name";
import { renorm } from "./args/renorm";
import { renormClipping } from "./args/renorm-clipping";
import { renormMomentum } from "./args/renorm-momentum";
import { reuse } from "./args/reuse";
import { scale } from "./args/scale";
import { trainable } from "./args/trainable";
import { training } from "./args/training";
import { virtualBatchSize } from "./args/virtual-batch-size";

/** The constructor's arguments in the order of the documents. */
export const constructorArgs = [
  axis,
  momentum,
  epsilon,
  center,
  scale,
  betaInitializer,
  gammaInitializer,
  movingMeanInitializer,
  movingVarianceInitializer,
  betaRegularizer,
  gammaRegularizer,
  betaConstraint,
  gammaConstraint,
  renorm,
  renormClipping,
  renormMomentum,
  fused,
  trainable,
  virtualBatchSize,
  adjustment,
  name,
  dtype,
] as const;

export const callArgs = [inputs, training, mask] as const;

/** What only the functional interface takes, besides the layer's arguments and its call's. */
export const functionalArgs = [reuse] as const;

/** Every documented argument that has a reference page. */
export const documentedArgs = [...constructorArgs, ...callArgs, ...functionalArgs] as const;

type ConstructorArg = (typeof constructorArgs)[number];

/** A complete, checked configuration of the layer. */
export type BatchNormConfig = {
  readonly [A in ConstructorArg as A["name"]]: ValueOf<A>;
};

export type DocumentedArgName = (typeof documentedArgs)[number]["name"];
