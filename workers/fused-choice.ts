import { fusedArguments, fusedChoice as fusedChoiceOf } from "../engine/inspection/fused-choice";
import type { FusedArguments } from "../engine/inspection/fused-choice";
import type { FusedChoice } from "../engine/types/fused-choice";
import type { RunRequest } from "./contract";

/** Shows how a layer comes to its implementation. */
export function fusedChoice({ layer, run }: RunRequest): FusedChoice {
  const given = fusedArguments.filter((name) => name in layer);
  return fusedChoiceOf({
    layer: Object.fromEntries(
      given.map((name) => [name, layer[name]]),
    ) as unknown as FusedArguments,
    shape: run.shape,
    dataFormat: run.data_format,
    seed: run.seed,
    profile: run.profile,
    calls: run.steps,
  });
}
