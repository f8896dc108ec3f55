import { widgets } from "../../../components/widgets/registry";
import { fusedChoice } from "../../../engine/inspection/fused-choice";
import { layerConfigOf, runSettingsOf, startOf } from "../../../engine/spec/experiment";
import { short } from "./default-run";

/** The layer at the figure's start, on its tensor. */
export function fused(): unknown {
  const experiment = startOf(widgets.fused);
  const { shape, data_format: dataFormat, seed, profile, steps } = runSettingsOf(experiment);
  const { variances, own, ...rest } = fusedChoice({
    layer: layerConfigOf(experiment),
    shape,
    dataFormat,
    seed,
    profile,
    calls: steps,
  });
  if (variances === null || own === null) {
    throw new TypeError("the layer at the start is not refused");
  }
  return {
    ...rest,
    own: {
      ...own,
      inputs: short(own.inputs),
      parameters: shortened(own.parameters),
      moving: shortened(own.moving),
    },
    variances: {
      ...variances,
      biased: short(variances.biased),
      unfused: short(variances.unfused),
      fused: short(variances.fused),
      // It is among the layer's weights.
      own: null,
    },
  };
}

const shortened = (weights: Readonly<Record<string, Float64Array>>): unknown =>
  Object.fromEntries(Object.entries(weights).map(([name, values]) => [name, short(values)]));
