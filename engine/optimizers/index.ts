import { optimizerWith } from "./optimizer";
import type { Optimizer } from "./optimizer";
import { adam as adamRule } from "./rules/adam";
import type { AdamOptions } from "./rules/adam";
import { sgd as sgdRule } from "./rules/sgd";
import type { SgdOptions } from "./rules/sgd";

export type { Optimizer, ParameterGradients, ParameterUpdate } from "./optimizer";
export type { AdamOptions } from "./rules/adam";
export type { SgdOptions } from "./rules/sgd";

/** Stochastic gradient descent, with momentum where it is given. Throws a ValueError for options out of range. */
export const sgd = (options: SgdOptions = {}): Optimizer => optimizerWith(sgdRule(options));

/** Adam (Kingma & Ba 2015, arXiv:1412.6980). Throws a ValueError for options out of range. */
export const adam = (options: AdamOptions = {}): Optimizer => optimizerWith(adamRule(options));
