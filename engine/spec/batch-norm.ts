import type { ValueOf } from "./arg-spec";
import { axis } from "./args/axis";
import { betaInitializer } from "./args/beta-initializer";
import { center } from "./args/center";
import { dtype } from "./args/dtype";
import { epsilon } from "./args/epsilon";
import { gammaInitializer } from "./args/gamma-initializer";
import { inputs } from "./args/inputs";
import { momentum } from "./args/momentum";
import { movingMeanInitializer } from "./args/moving-mean-initializer";
import { movingVarianceInitializer } from "./args/moving-variance-initializer";
import { name } from "./args/name";
import { scale } from "./args/scale";
import { trainable } from "./args/trainable";
import { training } from "./args/training";

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
  trainable,
  name,
  dtype,
] as const;

export const callArgs = [inputs, training] as const;

/** Every documented argument that has a reference page. */
export const documentedArgs = [...constructorArgs, ...callArgs] as const;

type ConstructorArg = (typeof constructorArgs)[number];

/** A complete, checked configuration of the layer. */
export type BatchNormConfig = {
  readonly [A in ConstructorArg as A["name"]]: ValueOf<A>;
};

export type DocumentedArgName = (typeof documentedArgs)[number]["name"];
