import { checkPlace } from "../base-layer/check-options";
import { switchesFor } from "../base-layer/profile";
import type { LayerOptions } from "../base-layer/options";
import { backendIds, isBackendId } from "../backend";
import type { BackendId } from "../backend/kernels";
import { fusedBeforeBuild } from "../core/fused-path";
import { EngineError } from "../errors";
import { resolveRegularizer } from "../regularizers";
import type { ProfileSwitches } from "../spec/profiles";
import { refusal } from "../spec/show-value";
import { fusedConditions } from "./build";
import { completeConfig } from "./configuration";
import type { BatchNormArguments, Configuration } from "./configuration";
import { layerObjects } from "./objects";
import type { LayerObjects } from "./objects";
import { separatedBounds } from "./symbolic-bounds";
import type { SymbolicBounds } from "./symbolic-bounds";
import { checkClipping } from "./renorm-clipping";

/** What the constructor makes of its arguments, before there is a layer. */
export interface LayerSettings extends Configuration {
  readonly switches: ProfileSwitches;
  readonly objects: LayerObjects;
  /** Null where the layer is left to choose. */
  readonly fused: boolean | null;
  readonly backend: BackendId;
  readonly bounds: SymbolicBounds;
}

function checkedBackend(backend = "reference"): BackendId {
  if (isBackendId(backend)) return backend;
  throw new EngineError(
    "backend",
    "ValueError",
    refusal("backend", `one of ${backendIds.join(", ")}`, backend),
  );
}

/** Checks and completes what a constructor was given; throws what the version throws. */
export function settingsFrom(args: BatchNormArguments, options: LayerOptions): LayerSettings {
  checkPlace(args, options);
  const switches = switchesFor(options);
  const backend = checkedBackend(options.backend);
  const { clipping, bounds } = separatedBounds(args.renorm_clipping, options);
  const configuration = completeConfig({ ...args, renorm_clipping: clipping }, switches);
  const { config } = configuration;
  const objects = layerObjects(config, switches);
  const fused = fusedBeforeBuild(config.fused, fusedConditions(config, objects), switches);
  if (config.renorm) checkClipping(config.renorm_clipping);
  resolveRegularizer("activity_regularizer", configuration.base.activityRegularizer, switches);
  return { ...configuration, switches, objects, fused, backend, bounds };
}
