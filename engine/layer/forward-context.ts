import type { Kernels } from "../backend/kernels";
import type { BatchNormConfig } from "../spec/batch-norm";
import type { ProfileSwitches } from "../spec/profiles";
import type { BuiltLayer } from "./build";
import type { ViewCache } from "./view-cache";
import type { WeightStorage } from "./weight-storage";

/** All that a call depends on besides its inputs and its mode. */
export interface ForwardContext {
  readonly config: BatchNormConfig;
  readonly profile: ProfileSwitches;
  readonly built: BuiltLayer;
  readonly kernels: Kernels;
  readonly views: ViewCache;
  readonly weights: WeightStorage;
  /** How many training calls went before: schedules are functions of it, and draws are keyed by it. */
  readonly step: number;
  readonly seed: number;
}
