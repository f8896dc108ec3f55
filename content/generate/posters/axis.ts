import { grouping } from "../../../engine/inspection/grouping";
import { layerConfigOf, runSettingsOf, startOf } from "../../../engine/spec/experiment";
import { short } from "./default-run";

/** One call on the default tensor. */
export function axis(): unknown {
  const experiment = startOf({});
  const { shape, data_format: dataFormat, seed, profile } = runSettingsOf(experiment);
  const { values, shared, ...rest } = grouping({
    layer: layerConfigOf(experiment),
    shape,
    dataFormat,
    seed,
    profile,
  });
  if (shared === null) throw new TypeError("the default tensor is not refused");
  return {
    ...rest,
    values: short(values),
    shared: {
      ...shared,
      statisticOf: Array.from(shared.statisticOf),
      mean: short(shared.mean),
      variance: short(shared.variance),
      normalized: short(shared.normalized),
      outputs: short(shared.outputs),
    },
  };
}
