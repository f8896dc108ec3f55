import type { ObjectDialect } from "../keras-object/dialect";
import { seed } from "../keras-object/parameters";
import { drawnFrom } from "./draw";
import { defineInitializer } from "./initializer";
import type { InitializerDefinition } from "./initializer";
import { scaledDistribution } from "./variance-scaling";
import type { Distribution, FanMode } from "./variance-scaling";

interface Preset {
  readonly identifier: string;
  readonly className: string;
  readonly scale: number;
  readonly mode: FanMode;
  readonly isNormal: boolean;
  /** The V1 classes of He and LeCun take a seed only. */
  readonly neverHoldsDtype: boolean;
}

const family = (
  name: string,
  className: string,
  given: Pick<Preset, "scale" | "mode" | "neverHoldsDtype">,
): readonly Preset[] => [
  { ...given, identifier: `${name}_normal`, className: `${className}Normal`, isNormal: true },
  { ...given, identifier: `${name}_uniform`, className: `${className}Uniform`, isNormal: false },
];

const presets: readonly Preset[] = [
  ...family("glorot", "Glorot", { scale: 1, mode: "fan_avg", neverHoldsDtype: false }),
  ...family("lecun", "Lecun", { scale: 1, mode: "fan_in", neverHoldsDtype: true }),
  ...family("he", "He", { scale: 2, mode: "fan_in", neverHoldsDtype: true }),
];

/**
 * VarianceScaling with a fixed scale and mode: σ² = 2/(fan_in + fan_out) for glorot (Glorot & Bengio 2010), 1/fan_in
 * for lecun (LeCun et al. 1998), 2/fan_in for he (He et al. 2015); normal is truncated at 2 deviations. In tf 1.4
 * they are functions that return a VarianceScaling.
 */
export const varianceScalingPresets = (dialect: ObjectDialect): readonly InitializerDefinition[] =>
  presets.map((preset) => presetIn(dialect, preset));

function presetIn(dialect: ObjectDialect, preset: Preset): InitializerDefinition {
  const { identifier, className, scale, mode } = preset;
  const scaling = { scale, mode, distribution: distributionOf(preset, dialect) };
  const isFunction = dialect.presetsAreVarianceScaling;
  return defineInitializer(
    {
      className: isFunction ? "VarianceScaling" : className,
      identifiers: isFunction ? [identifier] : [identifier, className],
      parameters: { seed },
      neverHoldsDtype: preset.neverHoldsDtype && !isFunction,
      make: (given) => ({
        config: () => (isFunction ? { ...scaling, ...given } : { seed: given.seed }),
        ...drawnFrom((shape) => scaledDistribution(scaling, shape, dialect)),
      }),
    },
    dialect,
  );
}

function distributionOf({ isNormal }: Preset, dialect: ObjectDialect): Distribution {
  if (!isNormal) return "uniform";
  return dialect.truncationCorrection ? "truncated_normal" : "normal";
}
